using System.Text.Json.Nodes;
using Sroi.Notebooks;
using Sroi.Notebooks.Installing;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

public sealed class KernelInstallationTests
{
    private static readonly ProgramCommand Program = new(["/opt/sroi/sroi"], DotnetRoot: null);

    private readonly string _home = TestFolder.Fresh();

    private string UserKernels => Path.Combine(_home, "data", "jupyter", "kernels");

    [Fact]
    public void A_kernel_is_registered_under_its_own_name_and_that_of_dotnet_interactive()
    {
        string[] folders = [.. Installation().Install(null, Program)];
        Assert.Equal([Path.Combine(UserKernels, "sroi-csharp"), Path.Combine(UserKernels, ".net-csharp")], folders);
        foreach (string folder in folders)
        {
            Assert.Equal(["kernel.json", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        }

        Assert.Equal(folders.Order(), Directory.GetDirectories(UserKernels).Order());
        JsonObject json = Json(folders[0]);
        Assert.Equal("""["/opt/sroi/sroi","notebook","kernel","{connection_file}"]""", json["argv"]!.ToJsonString());
        Assert.Equal(("C# (SROI)", "C#", "message"), (json.Text("display_name"), json.Text("language"), json.Text("interrupt_mode")));
        Assert.False(json["metadata"]!.AsObject().IsTrue("debugger", otherwise: true));
        Assert.False(json.ContainsKey("env"));
        Assert.Equal("C# (SROI, for .NET notebooks)", Json(folders[1]).Text("display_name"));
    }

    [Fact]
    public void Where_dotnet_is_somewhere_else_the_kernel_is_told()
    {
        ProgramCommand program = new(["/elsewhere/dotnet", "/opt/sroi/Sroi.Cli.dll"], "/elsewhere");
        JsonObject json = Json(Assert.Single(Installation().Install("mine", program)));
        Assert.Equal("""["/elsewhere/dotnet","/opt/sroi/Sroi.Cli.dll","notebook","kernel","{connection_file}"]""", json["argv"]!.ToJsonString());
        Assert.Equal("""{"DOTNET_ROOT":"/elsewhere"}""", json["env"]!.ToJsonString());
    }

    [Fact]
    public void A_second_time_replaces_the_first()
    {
        Installation().Install("mine", new(["/old/sroi"], null));
        string folder = Assert.Single(Installation().Install("mine", Program));
        Assert.Equal("/opt/sroi/sroi", Json(folder)["argv"]![0]!.GetValue<string>());
        Assert.Equal([folder], Directory.GetDirectories(UserKernels));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("-")]
    [InlineData("a/b")]
    [InlineData("CSharp")]
    [InlineData("my kernel")]
    public void A_name_that_Jupyter_does_not_allow_is_refused(string name) =>
        Assert.Equal(
            $"'{name}' is not the name of a kernel: use lower-case letters, digits, '-', '.' and '_', as in 'sroi-csharp'.",
            Assert.Throws<NotebookException>(() => Installation().Install(name, Program)).Message
        );

    [Fact]
    public void A_kernel_of_somebody_else_is_neither_replaced_nor_removed()
    {
        string folder = Foreign(UserKernels, "python3");
        Assert.Equal(
            $"There is a kernel 'python3' in {folder} that sroi did not install, and it was not changed. Choose another name with --name.",
            Assert.Throws<NotebookException>(() => Installation().Install("python3", Program)).Message
        );
        Assert.Equal(
            $"The kernel 'python3' in {UserKernels} was not installed by sroi and was not changed.",
            Assert.Throws<NotebookException>(() => Installation().Uninstall("python3")).Message
        );
        Assert.Equal("{}", File.ReadAllText(Path.Combine(folder, "kernel.json")));
    }

    [Fact]
    public void The_kernel_of_dotnet_interactive_is_neither_replaced_nor_covered_up()
    {
        string elsewhere = Path.Combine(_home, "environment");
        string foreign = Foreign(Path.Combine(elsewhere, "share", "jupyter", "kernels"), ".net-csharp");
        KernelInstallation installation = Installation(("VIRTUAL_ENV", elsewhere));
        Assert.Equal([Path.Combine(UserKernels, "sroi-csharp")], installation.Install(null, Program));
        Assert.Equal([Path.Combine(UserKernels, "sroi-csharp")], installation.Uninstall(null));
        Assert.Equal("{}", File.ReadAllText(Path.Combine(foreign, "kernel.json")));
    }

    [Fact]
    public void Both_names_are_removed_and_then_there_is_nothing_to_remove()
    {
        string[] folders = [.. Installation().Install(null, Program)];
        Installation().Install("mine", Program);
        Assert.Equal(folders, Installation().Uninstall(null));
        Assert.Equal([Path.Combine(UserKernels, "mine")], Directory.GetDirectories(UserKernels));
        Assert.Equal(
            $"There is no kernel 'sroi-csharp' in {UserKernels}; sroi has installed there: mine.",
            Assert.Throws<NotebookException>(() => Installation().Uninstall(null)).Message
        );
        Installation().Uninstall("mine");
        Assert.Equal(
            $"There is no kernel 'mine' in {UserKernels}; sroi has installed none there.",
            Assert.Throws<NotebookException>(() => Installation().Uninstall("mine")).Message
        );
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said_and_nothing_is_left()
    {
        string file = Path.Combine(_home, "file");
        File.WriteAllText(file, "");
        NotebookException error = Assert.Throws<NotebookException>(() => new KernelInstallation(file, Folders()).Install("mine", Program));
        string folder = Path.Combine(file, "share", "jupyter", "kernels", "mine");
        Assert.StartsWith($"No kernel was registered in {folder}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_is_an_environment()
    {
        string prefix = Path.Combine(_home, "venv");
        string folder = Assert.Single(new KernelInstallation(prefix, Folders()).Install("mine", Program));
        Assert.Equal(Path.Combine(prefix, "share", "jupyter", "kernels", "mine"), folder);
    }

    [Fact]
    public void The_folder_of_the_user_is_where_Jupyter_says_that_it_is()
    {
        Assert.Equal(Path.Combine("/data", "kernels"), Folders(("JUPYTER_DATA_DIR", "/data"), ("XDG_DATA_HOME", "/xdg")).User);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The other systems have other folders.");
        Assert.Equal("/xdg/jupyter/kernels", Folders(("XDG_DATA_HOME", "/xdg")).User);
        Assert.Equal($"{_home}/.local/share/jupyter/kernels", Folders(("XDG_DATA_HOME", "")).User);
    }

    private static string Foreign(string kernels, string name)
    {
        string folder = Path.Combine(kernels, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), "{}");
        return folder;
    }

    private static JsonObject Json(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))!.AsObject();

    private KernelInstallation Installation(params (string Name, string Value)[] variables) => new(null, Folders(variables));

    private KernelFolders Folders(params (string Name, string Value)[] variables)
    {
        Dictionary<string, string> set = new() { ["JUPYTER_DATA_DIR"] = Path.Combine(_home, "data", "jupyter") };
        if (variables.Any(v => v.Name == "XDG_DATA_HOME"))
        {
            set.Remove("JUPYTER_DATA_DIR");
        }

        foreach ((string name, string value) in variables)
        {
            set[name] = value;
        }

        return new(set.GetValueOrDefault, _home);
    }
}
