/// Scalars without quotation marks, as YAML 1.2's core schema reads them.
enum PlainScalar {
  static func kind(of text: String) -> OptionValue.Kind { .string(text) }
}
