/// Whether a run of marks can open or close, by what stands on both its sides (CommonMark 0.30, section 6.2).
struct FlankingSides {
  let left: Bool
  let right: Bool

  init(before: Unicode.Scalar, after: Unicode.Scalar) {
    let (isBlankBefore, isBlankAfter) = (Self.isBlank(before), Self.isBlank(after))
    let (isMarkBefore, isMarkAfter) = (Self.isPunctuation(before), Self.isPunctuation(after))
    left = !isBlankAfter && (!isMarkAfter || isBlankBefore || isMarkBefore)
    right = !isBlankBefore && (!isMarkBefore || isBlankAfter || isMarkAfter)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    ["\t", "\n", "\u{C}", "\r"].contains(scalar)
      || scalar.properties.generalCategory == .spaceSeparator
  }

  /// All marks of ASCII, and Unicode's punctuation.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol: scalar.isASCII
    default: false
    }
  }

  /// Whether a character can stand in the name of a host.
  static func isPartOfHost(_ scalar: Unicode.Scalar) -> Bool {
    !isBlank(scalar) && !isPunctuation(scalar)
  }
}
