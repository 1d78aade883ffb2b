/// Letters by name, and letters in the mathematical alphabets of Unicode, since MathML Core knows no fonts.
enum MathLetters {
  static let names: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π",
    "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
    "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "digamma": "ϝ", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "varGamma": "𝛤",
    "varDelta": "𝛥", "varTheta": "𝛩", "varLambda": "𝛬", "varXi": "𝛯", "varPi": "𝛱", "varSigma": "𝛴",
    "varUpsilon": "𝛶", "varPhi": "𝛷", "varPsi": "𝛹", "varOmega": "𝛺", "imath": "ı", "jmath": "ȷ",
    "partial": "∂", "nabla": "∇",
  ]

  /// What a letter is in an alphabet; itself where the alphabet lacks it.
  static func letter(_ letter: String, in font: MathFont) -> String {
    let scalars = letter.unicodeScalars
    guard let plain = scalars.first, scalars.count == 1 else { return letter }
    if let own = exceptions[font]?[plain] { return String(Character(own)) }
    guard let place = place(of: plain), let start = starts[font]?[place.kind] ?? nil,
      let own = Unicode.Scalar(start + place.offset)
    else { return letter }
    return String(Character(own))
  }

  /// Whether the alphabet has a form of the letter, or the letter is upright by itself.
  static func has(_ letter: String, in font: MathFont) -> Bool {
    Self.letter(letter, in: font) != letter
  }

  private enum Kind: Int { case capital, small, capitalGreek, smallGreek, digit }

  private static func place(of scalar: Unicode.Scalar) -> (kind: Kind, offset: UInt32)? {
    switch scalar {
    case "A"..."Z": (.capital, scalar.value - 65)
    case "a"..."z": (.small, scalar.value - 97)
    case "0"..."9": (.digit, scalar.value - 48)
    case "Α"..."Ω": (.capitalGreek, scalar.value - 0x391)
    case "α"..."ω": (.smallGreek, scalar.value - 0x3B1)
    case "∇": (.capitalGreek, 25)
    default: variants.firstIndex(of: scalar).map { (.smallGreek, UInt32($0) + 25) }
    }
  }

  /// Behind omega in the alphabets of small Greek letters, in Unicode's order.
  private static let variants: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]

  /// Where each alphabet begins. TeX has bold capital Greek, and small Greek in bold italics alone; its bold
  /// italics leave capital Greek and digits upright.
  private static let starts: [MathFont: [Kind: UInt32]] = [
    .bold: [.capital: 0x1D400, .small: 0x1D41A, .capitalGreek: 0x1D6A8, .digit: 0x1D7CE],
    .italic: [.capital: 0x1D434, .small: 0x1D44E, .capitalGreek: 0x1D6E2],
    .boldItalic: [
      .capital: 0x1D468, .small: 0x1D482, .capitalGreek: 0x1D6A8, .smallGreek: 0x1D736,
      .digit: 0x1D7CE,
    ],
    .doubleStruck: [.capital: 0x1D538, .small: 0x1D552, .digit: 0x1D7D8],
    .script: [.capital: 0x1D49C, .small: 0x1D4B6],
    .fraktur: [.capital: 0x1D504, .small: 0x1D51E],
    .sansSerif: [.capital: 0x1D5A0, .small: 0x1D5BA, .digit: 0x1D7E2],
    .monospace: [.capital: 0x1D670, .small: 0x1D68A, .digit: 0x1D7F6],
  ]

  /// Letters that Unicode had before it got the alphabets.
  private static let exceptions: [MathFont: [Unicode.Scalar: Unicode.Scalar]] = [
    .italic: ["h": "ℎ"],
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
      "e": "ℯ", "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
