internal import Arrays

/// One of NumPy's functions: its name, its parameters as Python writes them, and what it does.
package struct NumPyFunction: Sendable {
  /// A parameter of a signature.
  package struct Parameter: Hashable, Sendable {
    /// The keyword that calls may use, without asterisks.
    package let name: String
    /// Whether it has no default value.
    package let isRequired: Bool
    /// Whether it stands behind a `*`, so that its value needs its name.
    package let isKeywordOnly: Bool
    /// Whether it takes all further positional arguments.
    package let isVariadic: Bool
  }

  /// The name after `numpy.`, such as `random.rand`.
  package let name: String
  /// In the order of the signature, a lone `*` left out.
  package let parameters: [Parameter]
  let body: @Sendable (NumPyCall) throws(ArrayError) -> NumPyValue

  /// - Parameter signature: such as `a, axis=None, *, keepdims=False`.
  init(
    _ name: String, _ signature: String,
    _ body: @escaping @Sendable (NumPyCall) throws(ArrayError) -> NumPyValue
  ) {
    self.name = name
    self.body = body
    var parameters: [Parameter] = []
    var isKeywordOnly = false
    for part in signature.split(separator: ", ") {
      let word = part.prefix { $0 != "=" }
      if word == "*" {
        isKeywordOnly = true
        continue
      }
      let isVariadic = word.first == "*"
      parameters.append(
        Parameter(
          name: String(isVariadic ? word.dropFirst() : word),
          isRequired: word.count == part.count && !isVariadic,
          isKeywordOnly: isKeywordOnly, isVariadic: isVariadic))
      if isVariadic { isKeywordOnly = true }
    }
    self.parameters = parameters
  }

  init(
    _ name: String, _ parameters: [Parameter],
    _ body: @escaping @Sendable (NumPyCall) throws(ArrayError) -> NumPyValue
  ) {
    (self.name, self.parameters, self.body) = (name, parameters, body)
  }
}
