extension Parser {
  /// Adjacent literals, joined.
  mutating func strings() throws(SyntaxError) -> ExpressionNode {
    let start = start
    var parts: [FormattedPart] = []
    var bytes: [UInt8] = []
    var (hasBytes, hasText, hasFields) = (false, false, false)
    while token.kind == .string || token.kind == .formattedStart {
      if token.kind == .formattedStart {
        (hasText, hasFields) = (true, true)
        try formattedString(into: &parts)
      } else if let content = try plainBytes() {
        hasBytes = true
        bytes += content
      } else {
        hasText = true
        append(try plainText(), to: &parts)
      }
    }
    let range = start..<end
    if hasBytes && hasText { throw SyntaxError(.mixedBytesAndText, beginOfToken) }
    if hasBytes { return try node(.bytes(bytes), range) }
    if hasFields { return try node(.formattedString(parts), range) }
    guard case .text(let text)? = parts.first else { return try node(.string(""), range) }
    return try node(.string(text), range)
  }

  private func append(_ text: String, to parts: inout [FormattedPart]) {
    if text.isEmpty { return }
    guard case .text(var joined)? = parts.last else { return parts.append(.text(text)) }
    // The only reference is kept, so that the text grows in its place.
    parts.removeLast()
    joined += text
    parts.append(.text(joined))
  }

  private mutating func plainBytes() throws(SyntaxError) -> [UInt8]? {
    let (prefix, content) = literal()
    guard prefix.contains("b") else { return nil }
    index += 1
    let (bytes, unknown) = try EscapeDecoder.bytes(
      content, isRaw: prefix.contains("r"), at: tokens[index - 1].range)
    note(unknown)
    return bytes
  }

  private mutating func plainText() throws(SyntaxError) -> String {
    let (prefix, content) = literal()
    index += 1
    let (text, unknown) = try EscapeDecoder.text(
      content, isRaw: prefix.contains("r"), at: tokens[index - 1].range)
    note(unknown)
    return text
  }

  /// The current literal's prefix in lower case, and what stands between its quotes.
  private func literal() -> (prefix: String, content: ArraySlice<UInt8>) {
    let all = bytes[token.range]
    let opening = all.firstIndex { $0 == 0x22 || $0 == 0x27 } ?? all.startIndex
    let prefix = String(decoding: all[..<opening], as: UTF8.self).lowercased()
    let quoted = all[opening...]
    let quote = quoted.prefix(1)
    let isTriple = quoted.count >= 6 && quoted.dropFirst().prefix(2).elementsEqual(quote + quote)
    let width = isTriple ? 3 : 1
    return (prefix, quoted.dropFirst(width).dropLast(width))
  }

  private mutating func formattedString(
    into parts: inout [FormattedPart]
  ) throws(SyntaxError) {
    index += 1
    while true {
      switch token.kind {
      case .formattedText:
        append(token.text, to: &parts)
        index += 1
      case .symbol where token.text == "{":
        try nested { parser throws(SyntaxError) in try parser.field(into: &parts) }
      case .formattedEnd:
        index += 1
        return
      default: throw invalid()
      }
    }
  }

  private mutating func field(into parts: inout [FormattedPart]) throws(SyntaxError) {
    let opening = self.start
    index += 1
    let start = end
    if isSymbol("}") || isSymbol("!") || isSymbol(":") || isSymbol("=") {
      throw invalid(.emptyField(before: token.text))
    }
    let value = isKeyword("yield") ? try yieldExpression() : try expressionList()
    let isDebug = take("=")
    if isDebug { append(source(start..<self.start), to: &parts) }
    var conversion = try conversion()
    var format: [FormattedPart]?
    if take(":") { format = try fieldFormat() }
    guard take("}") else {
      if token.kind == .formattedText || token.kind == .formattedEnd {
        throw invalid(.unclosedField)
      }
      if let error = missingComma(after: value) { throw error }
      if case .lambda = value.kind { throw invalid(.lambdaInField) }
      throw invalid(.unclosedField)
    }
    if isDebug && format == nil && conversion == nil { conversion = .representation }
    parts.append(
      .field(
        FormattedField(
          value: value, conversion: conversion, format: format, range: opening..<end)))
  }

  private func source(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func conversion() throws(SyntaxError) -> FormattedField.Conversion? {
    guard take("!") else { return nil }
    guard token.kind == .name, token.range.lowerBound == end else {
      throw invalid(.invalidConversion(nil))
    }
    guard let conversion = FormattedField.Conversion(rawValue: token.text) else {
      throw invalid(.invalidConversion(token.text))
    }
    index += 1
    return conversion
  }

  /// What stands between a field's colon and its closing brace.
  private mutating func fieldFormat() throws(SyntaxError) -> [FormattedPart] {
    var parts: [FormattedPart] = []
    while !isSymbol("}") {
      if token.kind == .formattedText {
        append(token.text, to: &parts)
        index += 1
      } else if isSymbol("{") {
        try nested { parser throws(SyntaxError) in try parser.field(into: &parts) }
      } else {
        throw invalid(.unclosedField)
      }
    }
    return parts
  }
}
