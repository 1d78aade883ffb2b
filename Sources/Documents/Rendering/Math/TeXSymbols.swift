/// Commands of TeX that stand for one character or one word.
enum TeXSymbols {
  static let identifiers: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "ϕ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "hbar": "ℏ",
    "emptyset": "∅",
  ]

  static let operators: [String: String] = [
    "times": "×", "cdot": "⋅", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "equiv": "≡", "propto": "∝",
    "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪",
    "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "mapsto": "↦",
    "iff": "⟺", "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨", "cdots": "⋯",
    "ldots": "…", "dots": "…", "vdots": "⋮", "mid": "|", "vert": "|", "lVert": "‖",
    "rVert": "‖", "Vert": "‖", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "{": "{", "}": "}", "|": "‖", "int": "∫", "prime": "′",
  ]

  /// What stands above and below rather than beside the operator in a displayed formula.
  static let limits: [String: String] = [
    "sum": "∑", "prod": "∏", "max": "max", "min": "min", "lim": "lim", "argmax": "arg max",
    "argmin": "arg min", "sup": "sup", "inf": "inf",
  ]

  static let functions: Set<String> = [
    "ln", "log", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "det", "dim", "Pr", "gcd",
  ]

  /// Widths in em.
  static let spaces: [String: String] = [
    ",": "0.17", ":": "0.22", ";": "0.28", " ": "0.33", "!": "-0.17", "quad": "1", "qquad": "2",
  ]

  /// Fonts of letters, as `mathvariant` or a plain upright one.
  static let fonts: [String: String] = [
    "mathrm": "normal", "mathbf": "bold", "mathit": "italic", "mathbb": "double-struck",
    "mathcal": "script", "operatorname": "normal", "boldsymbol": "bold",
  ]

  static let accents: [String: String] = [
    "hat": "^", "bar": "¯", "tilde": "~", "vec": "→", "dot": "˙", "overline": "¯",
    "widehat": "^",
  ]
}
