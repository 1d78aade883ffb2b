extension Parser {
  /// The parameters of a function (`until` is `)`) or a lambda (`:`), without the closing symbol.
  mutating func parameters(until closer: String, annotated: Bool) throws(SyntaxError) -> Parameters
  {
    var result = Parameters()
    var list = ParameterList()
    while !isSymbol(closer) {
      try parameter(annotated, &list, &result)
      if !take(",") { break }
      if list.isBareStar && isSymbol(closer) { throw missingNames(after: list, annotated) }
    }
    if list.isBareStar { throw missingNames(after: list, annotated) }
    return result
  }

  /// Nothing follows a `*` alone: CPython points at the star of a function, and behind that of a lambda.
  private func missingNames(after list: ParameterList, _ annotated: Bool) -> SyntaxError {
    if annotated, let star = list.star { return SyntaxError(.namesAfterBareStar, star) }
    return invalid(.namesAfterBareStar)
  }

  /// What the list has had so far.
  private struct ParameterList {
    var hasSlash = false
    var hasStar = false
    /// A `*` alone, before the name that must follow.
    var isBareStar = false
    var star: Range<Int>?
    var hasDefault = false
    var isClosed = false
  }

  private mutating func parameter(
    _ annotated: Bool, _ list: inout ParameterList, _ result: inout Parameters
  ) throws(SyntaxError) {
    if list.isClosed { throw invalid(.parametersAfterExtraKeyword) }
    if isSymbol("/") { return try slash(&list, &result) }
    if isSymbol("*") { return try star(annotated, &list, &result) }
    if take("**") {
      if list.isBareStar { throw missingNames(after: list, annotated) }
      result.extraKeyword = try extra(annotated, allowsStar: false)
      list.isClosed = true
      return
    }
    let parameter = try oneParameter(annotated)
    if list.hasStar {
      list.isBareStar = false
      result.keywordOnly.append(parameter)
      return
    }
    if parameter.defaultValue == nil && list.hasDefault {
      throw SyntaxError(.parameterWithoutDefault, parameter.name.range)
    }
    list.hasDefault = parameter.defaultValue != nil
    result.standard.append(parameter)
  }

  private mutating func slash(
    _ list: inout ParameterList, _ result: inout Parameters
  ) throws(SyntaxError) {
    if list.hasStar { throw invalid(.slashAfterStar) }
    if list.hasSlash { throw invalid(.slashTwice) }
    if result.standard.isEmpty { throw invalid(.slashFirst) }
    index += 1
    list.hasSlash = true
    result.positionalOnly = result.standard
    result.standard = []
  }

  private mutating func star(
    _ annotated: Bool, _ list: inout ParameterList, _ result: inout Parameters
  ) throws(SyntaxError) {
    if list.hasStar { throw invalid(.starTwice) }
    list.star = token.range
    index += 1
    list.hasStar = true
    if token.kind == .name {
      result.extraPositional = try extra(annotated, allowsStar: true)
    } else {
      list.isBareStar = true
    }
  }

  private mutating func oneParameter(
    _ annotated: Bool
  ) throws(SyntaxError) -> Parameters.Parameter {
    let name = try identifier()
    let annotation = annotated && take(":") ? try expression() : nil
    if isSymbol("="), next.isSymbol(")") || next.isSymbol(",") {
      throw SyntaxError(.missingDefaultValue, token.range)
    }
    let value = take("=") ? try expression() : nil
    return Parameters.Parameter(name: name, annotation: annotation, defaultValue: value)
  }

  private mutating func extra(
    _ annotated: Bool, allowsStar: Bool
  ) throws(SyntaxError) -> Parameters.Parameter {
    let name = try identifier()
    var annotation: ExpressionNode?
    if annotated && take(":") {
      annotation = try allowsStar ? starExpression() : expression()
    }
    if isSymbol("=") { throw invalid(.defaultOfExtraParameter) }
    return Parameters.Parameter(name: name, annotation: annotation, defaultValue: nil)
  }
}
