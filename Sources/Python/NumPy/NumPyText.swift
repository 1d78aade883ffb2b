package import Arrays
internal import Texts

/// The texts of values: `str` and `repr`.
package enum NumPyText {
  /// What `print` shows.
  package static func str(_ value: NumPyValue, _ options: PrintOptions = PrintOptions()) -> String {
    switch value {
    case .string(let text): text
    case .array(let array): array.text(options)
    case .texts(let array): array.text(options)
    case .word(let text): text
    case .textType(let width): "<U\(width)"
    case .scalar(let array): array.scalarText
    case .dtype(let dtype): dtype.rawValue
    default: repr(value, options)
    }
  }

  /// What `repr` shows.
  package static func repr(_ value: NumPyValue, _ options: PrintOptions = PrintOptions()) -> String
  {
    switch value {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): String(value)
    case .float(let value): NumericArray(scalar: .real(value)).scalarText
    case .string(let text): TextLiteral.repr(text)
    case .list(let items): "[" + list(items, options) + "]"
    case .tuple(let items): "(" + list(items, options) + (items.count == 1 ? ",)" : ")")
    case .array(let array): array.representation(options)
    case .texts(let array): array.representation(options)
    case .word(let text): "np.str_(\(TextLiteral.repr(text)))"
    case .textType(let width): "dtype('<U\(width)')"
    case .scalar(let array): array.scalarRepresentation
    case .dtype(let dtype): "dtype('\(dtype.rawValue)')"
    case .type(let dtype): "<class 'numpy.\(dtype.rawValue)'>"
    case .slice(let start, let stop, let step):
      "slice(" + [start, stop, step].map { $0.map(String.init) ?? "None" }.joined(separator: ", ")
        + ")"
    case .ellipsis: "Ellipsis"
    case .bytes(let bytes): "b" + TextLiteral.repr(bytes: bytes)
    case .seeds(let seeds): self.seeds(seeds)
    case .generator(let generator): generator.isLegacy ? "RandomState(MT19937)" : "Generator(PCG64)"
    }
  }

  private static func seeds(_ seeds: SeedLineage) -> String {
    var whole = [UInt64](repeating: 0, count: 1)
    if let low = seeds.entropy.first { whole[0] = UInt64(low) }
    if seeds.entropy.count > 1 { whole[0] |= UInt64(seeds.entropy[1]) << 32 }
    let entropy =
      seeds.entropy.count > 2 ? "\(seeds.entropy)" : "\(whole[0])"
    let numbers =
      seeds.key.map { "\($0)" }.joined(separator: ", ") + (seeds.key.count == 1 ? "," : "")
    let key = seeds.key.isEmpty ? "" : "    spawn_key=(\(numbers)),\n"
    return "SeedSequence(\n    entropy=\(entropy),\n\(key))"
  }

  private static func list(_ items: [NumPyValue], _ options: PrintOptions) -> String {
    items.map { repr($0, options) }.joined(separator: ", ")
  }
}
