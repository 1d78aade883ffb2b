/// The ways in which each digit is written.
enum DigitStyles {
  /// `[digit][style]`
  static let all: [[DigitStyle]] = [
    zero, one, two, three, four, five, six, seven, eight, nine,
  ]

  private static let zero = [
    // Closed at the top; overlapping; narrow.
    DigitStyle(
      weight: 3, [52, 0, 22, 10, 4, 45, 12, 82, 40, 100, 70, 88, 82, 50, 72, 12, 48, 0]),
    DigitStyle(
      weight: 2,
      [60, 6, 38, 0, 12, 22, 2, 60, 18, 94, 46, 98, 68, 76, 74, 38, 62, 10, 44, 4, 30, 14]),
    DigitStyle(weight: 2, [40, 0, 15, 15, 5, 50, 12, 85, 32, 100, 52, 86, 60, 50, 54, 14, 36, 2]),
  ]

  private static let one = [
    // A line; bent; with a flag; with flag and foot.
    DigitStyle(weight: 6, [30, 0, 30, 50, 30, 100]),
    DigitStyle(weight: 3, [36, 0, 30, 30, 28, 65, 24, 100]),
    DigitStyle(weight: 2, [10, 20, 32, 0, 32, 0, 32, 50, 32, 100]),
    DigitStyle([8, 22, 32, 0, 32, 0, 32, 50, 32, 100], [8, 100, 33, 99, 58, 100]),
  ]

  private static let two = [
    // With a flat foot; with a loop; broad with a bow for a foot.
    DigitStyle(
      weight: 3,
      [6, 22, 20, 4, 44, 0, 62, 14, 60, 38, 40, 64, 4, 98, 4, 98, 35, 95, 70, 97]),
    DigitStyle(
      weight: 2,
      [8, 20, 28, 2, 54, 4, 62, 26, 48, 54, 24, 84, 8, 96, 4, 84, 20, 78, 40, 90, 60, 98, 78, 90]),
    DigitStyle(
      weight: 2, [4, 12, 30, 2, 60, 10, 56, 34, 30, 66, 4, 92, 4, 92, 30, 84, 56, 92, 80, 96]),
  ]

  private static let three = [
    // With a corner in the middle; with a loop there; with a flat top.
    DigitStyle(
      weight: 3, [8, 12, 30, 0, 54, 8, 54, 30, 26, 46, 26, 46, 58, 56, 64, 80, 40, 100, 6, 90]),
    DigitStyle(
      weight: 2,
      [10, 10, 36, 0, 58, 14, 46, 38, 28, 46, 24, 51, 34, 48, 60, 60, 60, 86, 32, 100, 4, 86]),
    DigitStyle([6, 4, 32, 3, 58, 2, 58, 2, 30, 40, 30, 40, 60, 58, 58, 88, 30, 100, 4, 88]),
  ]

  private static let four = [
    // Open in two strokes; closed in one; open and round in one.
    DigitStyle(
      weight: 3, [16, 0, 10, 30, 6, 54, 6, 54, 36, 56, 68, 50], [58, 4, 54, 50, 50, 100]),
    DigitStyle(
      weight: 2, [52, 100, 54, 50, 56, 0, 56, 0, 28, 32, 2, 64, 2, 64, 40, 65, 78, 62]),
    DigitStyle(
      weight: 2, [14, 0, 6, 34, 18, 54, 44, 52, 62, 30, 66, 4, 66, 4, 60, 50, 54, 100]),
  ]

  private static let five = [
    // With the roof as a second stroke; in one stroke; without corners.
    DigitStyle(
      weight: 3, [16, 4, 14, 22, 12, 40, 12, 40, 40, 36, 62, 56, 56, 86, 30, 100, 4, 90],
      [16, 4, 40, 4, 70, 0]),
    DigitStyle(
      weight: 2,
      [68, 2, 40, 3, 18, 4, 18, 4, 14, 24, 10, 42, 10, 42, 42, 40, 60, 62, 48, 92, 22, 100, 2, 88]),
    DigitStyle([66, 6, 36, 2, 18, 18, 24, 40, 50, 54, 58, 78, 36, 100, 4, 92]),
  ]

  private static let six = [
    // With a large bowl; with a small one; with a curled top.
    DigitStyle(weight: 3, [54, 0, 26, 20, 8, 54, 12, 88, 36, 100, 58, 84, 56, 62, 36, 52, 14, 66]),
    DigitStyle(weight: 2, [40, 0, 18, 32, 4, 70, 18, 98, 46, 94, 54, 72, 34, 60, 10, 78]),
    DigitStyle([62, 10, 44, 0, 18, 24, 4, 62, 16, 94, 44, 98, 60, 76, 44, 56, 18, 62, 6, 78]),
  ]

  private static let seven = [
    // Plain; round; crossed; with a serif.
    DigitStyle(weight: 3, [4, 6, 32, 4, 64, 2, 64, 2, 46, 36, 32, 70, 26, 100]),
    DigitStyle(weight: 2, [2, 10, 24, 2, 52, 4, 60, 14, 48, 40, 34, 72, 30, 100]),
    DigitStyle(
      weight: 2, [4, 6, 32, 4, 64, 2, 64, 2, 46, 36, 32, 70, 26, 100], [16, 54, 40, 50, 64, 48]),
    DigitStyle([4, 22, 8, 4, 8, 4, 36, 6, 64, 2, 64, 2, 44, 42, 30, 100]),
  ]

  private static let eight = [
    // In one stroke; narrow; as two rings.
    DigitStyle(
      weight: 3,
      [60, 14, 36, 0, 12, 12, 16, 34, 44, 52, 60, 74, 46, 98, 18, 98, 6, 76, 24, 52, 52, 34, 60, 8]),
    DigitStyle(
      weight: 2,
      [50, 8, 30, 0, 14, 18, 26, 40, 46, 60, 50, 84, 30, 100, 8, 86, 14, 62, 36, 42, 52, 20, 44, 2]),
    DigitStyle(
      [36, 0, 14, 10, 14, 34, 36, 46, 58, 34, 58, 10, 36, 0],
      [36, 46, 8, 58, 6, 88, 36, 100, 66, 88, 62, 58, 36, 46]),
  ]

  private static let nine = [
    // With a straight leg; with a curved one; with a slanted one.
    DigitStyle(
      weight: 3, [60, 10, 34, 0, 8, 18, 12, 44, 38, 48, 58, 26, 62, 6, 62, 6, 58, 50, 52, 100]),
    DigitStyle(
      weight: 2, [58, 20, 42, 0, 14, 8, 6, 34, 26, 50, 52, 36, 60, 12, 60, 50, 46, 88, 12, 98]),
    DigitStyle(weight: 2, [56, 4, 26, 2, 6, 24, 20, 48, 46, 40, 58, 6, 58, 6, 50, 50, 36, 100]),
  ]
}
