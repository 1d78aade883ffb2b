/// Keras' automatic names: `Conv2D` becomes `conv2d`, then `conv2d_1`.
enum LayerName {
  /// The names of a model's layers.
  struct Taken {
    private(set) var names: Set<String>
    /// For each stem the first number that may be free.
    private var numbers: [String: Int] = [:]

    init(_ names: some Sequence<String>) { self.names = Set(names) }

    /// Takes a name; false where it is taken already.
    mutating func insert(_ name: String) -> Bool { names.insert(name).inserted }

    /// The first free name for a layer that has none.
    mutating func next(for layer: any Layer) -> String {
      let stem = snakeCase(type(of: layer).signature.name)
      var number = numbers[stem] ?? 0
      while names.contains(name(stem, number)) { number += 1 }
      numbers[stem] = number
      return name(stem, number)
    }

    private func name(_ stem: String, _ number: Int) -> String {
      number == 0 ? stem : "\(stem)_\(number)"
    }
  }

  /// An underscore goes before each capital that follows a lower-case letter.
  static func snakeCase(_ name: String) -> String {
    var result = ""
    var previous: Character = "_"
    for character in name {
      if character.isUppercase && previous.isLowercase { result += "_" }
      result += character.lowercased()
      previous = character
    }
    return result
  }
}
