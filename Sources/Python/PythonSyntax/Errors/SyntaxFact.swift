/// What is wrong with a source, as data; its prose is in `SyntaxFact+Prose.swift`.
package enum SyntaxFact: Hashable, Sendable {
  // Characters and lines.
  case nullCharacter
  case invalidCharacter(Unicode.Scalar)
  case nonPrintableCharacter(Unicode.Scalar)
  case characterAfterLineContinuation
  case endAfterLineContinuation
  case unexpectedIndent
  case unmatchedDedent
  case inconsistentTabs
  case expectedBlock(after: String, line: Int)
  // Brackets and limits.
  case neverClosed(Character)
  case unmatchedCloser(Character)
  case mismatchedCloser(Character, opener: Character, openedOnLine: Int?)
  case tooManyBrackets
  case tooManyIndents
  case tooManyBlocks
  case tooDeeplyNested
  // Numbers and strings.
  case invalidNumber(String)
  case invalidDigit(Character, String)
  case leadingZeros
  case unterminatedString(line: Int)
  case unterminatedTripleQuoted(line: Int)
  case unterminatedFormattedString(line: Int)
  case unterminatedTripleQuotedFormatted(line: Int)
  /// An escape without all its digits, such as `\\uXXXX`, or above all characters; the bytes of the literal.
  case brokenEscape(String, Range<Int>)
  case illegalCharacter(Range<Int>)
  case brokenByteEscape(Int)
  case unsupportedEscape(String)
  case mixedBytesAndText
  case nonASCIIBytes
  // f-strings.
  case emptyField(before: String)
  case singleClosingBrace
  case unclosedField
  case invalidConversion(String?)
  case fieldsTooDeep
  case lambdaInField
  // Expressions.
  case invalidSyntax
  case missingComma
  case missingParentheses(String)
  case equalsInCondition
  case equalsInArgument
  case positionalAfterKeyword
  case positionalAfterUnpacking
  case sequenceAfterUnpacking
  case generatorNeedsParentheses
  case unpackingInComprehension
  case starredNotAllowed
  case missingElse
  case missingArgumentValue
  case missingDefaultValue
  case missingDictionaryValue
  case mappingInComprehension
  case comprehensionTargetNeedsParentheses
  case cannotName(String)
  // Statements.
  case expectedColon
  case expected(String)
  case cannotAssign(String, maybeEquality: Bool)
  case cannotAugment(String)
  case cannotAnnotate(String)
  case cannotDelete(String)
  case illegalAnnotationTarget
  case parameterWithoutDefault
  case parametersAfterExtraKeyword
  case starTwice
  case slashTwice
  case slashAfterStar
  case slashFirst
  case namesAfterBareStar
  case defaultOfExtraParameter
  case trailingCommaInImport
  case handlersMissing
  case typesNeedParentheses
  case mixedHandlers
  /// Python that the notation leaves out.
  case notSupported(String)
}
