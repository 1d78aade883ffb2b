internal import Texts

extension SyntaxFact {
  /// The message in both languages; English keeps CPython's terms, which teachers can look up.
  var prose: (english: String, portuguese: String) {
    characterProse ?? bracketProse ?? literalProse ?? expressionProse ?? statementProse
  }

  private var characterProse: (english: String, portuguese: String)? {
    switch self {
    case .nullCharacter:
      ("source code string cannot contain null bytes", "o código não pode conter bytes nulos")
    case .invalidCharacter(let scalar):
      (
        "invalid character '\(scalar)' (\(scalar.codePoint))",
        "caractere inválido '\(scalar)' (\(scalar.codePoint))"
      )
    case .nonPrintableCharacter(let scalar):
      (
        "invalid non-printable character \(scalar.codePoint)",
        "caractere invisível inválido \(scalar.codePoint)"
      )
    case .characterAfterLineContinuation:
      (
        "unexpected character after line continuation character",
        "caractere inesperado depois da barra de continuação de linha"
      )
    case .endAfterLineContinuation:
      ("unexpected EOF while parsing", "o código termina depois de uma barra de continuação")
    case .unexpectedIndent: ("unexpected indent", "recuo inesperado")
    case .unmatchedDedent:
      (
        "unindent does not match any outer indentation level",
        "o recuo não corresponde a nenhum nível exterior"
      )
    case .inconsistentTabs:
      (
        "inconsistent use of tabs and spaces in indentation",
        "uso incoerente de tabulações e espaços no recuo"
      )
    case .expectedBlock(let owner, let line):
      (
        "expected an indented block after \(owner) on line \(line)",
        "falta um bloco recuado depois de \(owner) na linha \(line)"
      )
    default: nil
    }
  }

  private var bracketProse: (english: String, portuguese: String)? {
    switch self {
    case .neverClosed(let opener): ("'\(opener)' was never closed", "'\(opener)' nunca foi fechado")
    case .unmatchedCloser(let closer):
      ("unmatched '\(closer)'", "'\(closer)' sem o par que o abre")
    case .mismatchedCloser(let closer, let opener, let line):
      (
        "closing parenthesis '\(closer)' does not match opening parenthesis '\(opener)'"
          + (line.map { " on line \($0)" } ?? ""),
        "'\(closer)' não fecha '\(opener)'" + (line.map { " aberto na linha \($0)" } ?? "")
      )
    case .tooManyBrackets: ("too many nested parentheses", "parênteses aninhados demais")
    case .tooManyIndents: ("too many levels of indentation", "níveis de recuo demais")
    case .tooManyBlocks: ("too many statically nested blocks", "blocos aninhados demais")
    case .tooDeeplyNested:
      ("expression is too deeply nested", "a expressão está aninhada fundo demais")
    default: nil
    }
  }

  private var literalProse: (english: String, portuguese: String)? {
    switch self {
    case .invalidNumber(let kind): ("invalid \(kind) literal", "literal \(kind) inválido")
    case .invalidDigit(let digit, let kind):
      (
        "invalid digit '\(digit)' in \(kind) literal",
        "dígito '\(digit)' inválido em literal \(kind)"
      )
    case .leadingZeros:
      (
        "leading zeros in decimal integer literals are not permitted; "
          + "use an 0o prefix for octal integers",
        "inteiros decimais não podem começar por zeros; use o prefixo 0o para octais"
      )
    case .unterminatedString(let line):
      (
        "unterminated string literal (detected at line \(line))",
        "texto sem aspas de fecho (detectado na linha \(line))"
      )
    case .unterminatedTripleQuoted(let line):
      (
        "unterminated triple-quoted string literal (detected at line \(line))",
        "texto de aspas triplas sem fecho (detectado na linha \(line))"
      )
    case .unterminatedTripleQuotedFormatted(let line):
      (
        "unterminated triple-quoted f-string literal (detected at line \(line))",
        "f-string de aspas triplas sem fecho (detectada na linha \(line))"
      )
    case .unterminatedFormattedString(let line):
      (
        "unterminated f-string literal (detected at line \(line))",
        "f-string sem aspas de fecho (detectada na linha \(line))"
      )
    case .brokenEscape(let escape, let place):
      (
        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
          + "\(place.lowerBound)-\(place.upperBound - 1): truncated \(escape) escape",
        "sequência \(escape) incompleta no texto"
      )
    case .illegalCharacter(let place):
      (
        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
          + "\(place.lowerBound)-\(place.upperBound - 1): illegal Unicode character",
        "não há caractere Unicode com esse número"
      )
    case .brokenByteEscape(let place):
      (
        "(value error) invalid \\x escape at position \(place)",
        "sequência \\x incompleta na posição \(place)"
      )
    case .unsupportedEscape(let escape):
      ("the escape \(escape) is not supported here", "a sequência \(escape) não é aceita aqui")
    case .mixedBytesAndText:
      ("cannot mix bytes and nonbytes literals", "não se misturam literais de bytes e de texto")
    case .nonASCIIBytes:
      (
        "bytes can only contain ASCII literal characters",
        "literais de bytes só podem conter caracteres ASCII"
      )
    case .emptyField(let symbol):
      (
        "f-string: valid expression required before '\(symbol)'",
        "f-string: falta a expressão antes de '\(symbol)'"
      )
    case .singleClosingBrace:
      ("f-string: single '}' is not allowed", "f-string: um '}' sozinho não é permitido")
    case .unclosedField: ("f-string: expecting '}'", "f-string: falta '}'")
    case .invalidConversion(let name?):
      (
        "f-string: invalid conversion character '\(name)': expected 's', 'r', or 'a'",
        "f-string: conversão '\(name)' inválida: use 's', 'r' ou 'a'"
      )
    case .invalidConversion(nil):
      ("f-string: invalid conversion character", "f-string: conversão inválida")
    case .fieldsTooDeep:
      ("f-string: expressions nested too deeply", "f-string: expressões aninhadas fundo demais")
    case .lambdaInField:
      (
        "f-string: lambda expressions are not allowed without parentheses",
        "f-string: uma lambda precisa de parênteses"
      )
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// `U+00D7`.
  fileprivate var codePoint: String {
    "U+" + DigitText.hex(value, to: 4, uppercase: true)
  }
}
