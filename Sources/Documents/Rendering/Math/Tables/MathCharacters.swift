/// Characters that aren't letters or digits, as they are typed.
enum MathCharacters {
  static let table: [Character: MathTree] = [
    "-": .symbol("−", .binary), "*": .symbol("∗", .binary), "~": .space(0.333),
    "`": .symbol("‘", .ordinary), "∂": .letter("∂", .standard), "∇": .letter("∇", .standard),
  ]

  /// What has a meaning of its own, at other places.
  static let reserved: Set<Character> = ["}", "^", "_", "&", "#", "$", "%", "\\"]

  static let brackets: [Character: (sign: String, own: MathClass)] = [
    "(": ("(", .opening), ")": (")", .closing), "[": ("[", .opening), "]": ("]", .closing),
    "|": ("|", .ordinary), "‖": ("‖", .ordinary), "⟨": ("⟨", .opening), "⟩": ("⟩", .closing),
    "⌊": ("⌊", .opening), "⌋": ("⌋", .closing), "⌈": ("⌈", .opening), "⌉": ("⌉", .closing),
  ]
}
