extension Parser {
  mutating func importedModules() throws(SyntaxError) -> [ImportedName] {
    var names: [ImportedName] = []
    repeat {
      let name = try dottedName()
      names.append(try imported(name))
    } while take(",")
    return names
  }

  private mutating func dottedName() throws(SyntaxError) -> Identifier {
    var parts = [try identifier()]
    while take(".") { parts.append(try identifier()) }
    let range = parts[0].range.lowerBound..<end
    return Identifier(text: parts.map(\.text).joined(separator: "."), range: range)
  }

  private mutating func imported(_ name: Identifier) throws(SyntaxError) -> ImportedName {
    let alias = takeKeyword("as") ? try identifier() : nil
    return ImportedName(name: name, alias: alias, range: name.range.lowerBound..<end)
  }

  mutating func importFrom() throws(SyntaxError) -> StatementNode.Kind {
    var level = 0
    while isSymbol(".") || isSymbol("...") {
      level += token.text.utf8.count
      index += 1
    }
    let module = level > 0 && isKeyword("import") ? nil : try dottedName()
    try expectKeyword("import")
    if take("*") { return .importFrom(ImportFrom(level: level, module: module, names: nil)) }
    let isParenthesized = take("(")
    let names = try importedNames(isParenthesized)
    if isParenthesized { try close(")", after: nil) }
    return .importFrom(ImportFrom(level: level, module: module, names: names))
  }

  private mutating func importedNames(
    _ isParenthesized: Bool
  ) throws(SyntaxError) -> [ImportedName] {
    var names: [ImportedName] = []
    repeat {
      if !names.isEmpty, isParenthesized, isSymbol(")") { break }
      if !names.isEmpty, !isParenthesized, endsStatement {
        throw SyntaxError(.trailingCommaInImport, beginOfToken)
      }
      let name = try identifier()
      names.append(try imported(name))
    } while take(",")
    return names
  }
}
