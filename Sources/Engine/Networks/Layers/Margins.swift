/// How many rows and columns at the sides of an image.
struct Margins: Hashable, Sendable {
  let top: Int
  let bottom: Int
  let left: Int
  let right: Int
  var rows: Int { top + bottom }
  var columns: Int { left + right }
}
