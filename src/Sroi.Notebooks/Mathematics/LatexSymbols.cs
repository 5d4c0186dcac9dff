using System.Collections.Frozen;

namespace Sroi.Notebooks.Mathematics;

/// <summary>LaTeX commands for single characters, by name without the backslash.</summary>
internal static class LatexSymbols
{
    /// <summary>Letters.</summary>
    public static readonly FrozenDictionary<string, string> Letters = Table(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π "
            + "varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π "
            + "Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ imath ı jmath ȷ "
            + "wp ℘ angle ∠ degree ° top ⊤ bot ⊥ pounds £ euro €"
    );

    /// <summary>Operators and relations.</summary>
    public static readonly FrozenDictionary<string, string> Operators = Table(
        "times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ otimes ⊗ odot ⊙ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ "
            + "approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ "
            + "land ∧ wedge ∧ lor ∨ vee ∨ neg ¬ lnot ¬ forall ∀ exists ∃ nexists ∄ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ "
            + "Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓ mid ∣ parallel ∥ perp ⊥ colon : dots … ldots … "
            + "cdots ⋯ vdots ⋮ ddots ⋱ prime ′ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lvert | rvert | vert | Vert ‖ lVert ‖ rVert ‖ backslash \\ "
            + "therefore ∴ because ∵ triangleq ≜ coloneqq ≔ lbrace { rbrace } lbrack [ rbrack ] models ⊨ vdash ⊢ surd √ dagger †"
    );

    /// <summary>Operators with limits, which are placed below and above in displayed formulas.</summary>
    public static readonly FrozenDictionary<string, string> Large = Table(
        "sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀"
    );

    /// <summary>Accents.</summary>
    public static readonly FrozenDictionary<string, string> Accents = Table(
        "hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` overrightarrow → overbrace ⏞"
    );

    /// <summary>Named functions, those with limits first.</summary>
    public static readonly FrozenSet<string> Functions = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. "lim limsup liminf max min sup inf det gcd Pr argmax argmin log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh".Split(
                ' '
            ),
            .. "arg deg dim hom ker var cov".Split(' '),
        ]
    );

    /// <summary>Functions with the limit below.</summary>
    public static readonly FrozenSet<string> WithLimits = FrozenSet.Create(
        StringComparer.Ordinal,
        "lim limsup liminf max min sup inf det gcd Pr argmax argmin".Split(' ')
    );

    /// <summary>Spaces, in em.</summary>
    public static readonly FrozenDictionary<string, string> Spaces = Table(
        ", 0.167 : 0.222 > 0.222 ; 0.278 ! -0.167 quad 1 qquad 2 enspace 0.5 thinspace 0.167 space 0.25 hfill 1"
    );

    private static FrozenDictionary<string, string> Table(string pairs) =>
        pairs.Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
