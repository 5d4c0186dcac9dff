"""Jupyter's own test suite, run on the C# kernel.

    sroi notebook install
    python3 tests/end-to-end/kernel_test.py

SROI_KERNEL names the kernel; sroi-csharp where it is not set.
Needs jupyter-client and jupyter-kernel-test (Debian: python3-jupyter-client, python3-jupyter-kernel-test).
"""

import os
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = os.environ.get("SROI_KERNEL", "sroi-csharp")
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("on standard error");'
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_clear_output = "ClearOutput();"
    code_inspect_sample = "Console.WriteLine"

    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "await Task.FromResult(5)", "result": "5"},
    ]
    code_display_data = [
        {"code": 'display("shown");', "mime": "text/plain"},
        {"code": 'display(HTML("<b>shown</b>"));', "mime": "text/html"},
    ]

    completion_samples = [{"text": "Console.WriteLi", "matches": ["WriteLine"]}]
    complete_code_samples = ["1 + 1", "int x = 1;", "class Cost\n{\n}", ""]
    incomplete_code_samples = ["if (true)\n{", "Math.Max(1,", "class Cost\n{"]
    invalid_code_samples = ["int = = 3;"]

    code_history_pattern = "6 *7"
    supported_history_operations = ("tail", "range", "search")


if __name__ == "__main__":
    unittest.main()
