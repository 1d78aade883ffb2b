/// Keras' automatic names: `Conv2D` becomes `conv2d`, then `conv2d_1`.
enum LayerName {
  /// The first free name for a layer that has none.
  static func next(for layer: any Layer, after layers: [ModelLayer]) -> String {
    let stem = snakeCase(type(of: layer).signature.name)
    let taken = Set(layers.map(\.name))
    if !taken.contains(stem) { return stem }
    var number = 1
    while taken.contains("\(stem)_\(number)") { number += 1 }
    return "\(stem)_\(number)"
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
