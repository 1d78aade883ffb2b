/// A cell of a pipe table and its place in it.
struct TableCell: Hashable {
  enum Alignment: String { case left, center, right }

  let row: Int
  let column: Int
  let rows: Int
  let columns: Int
  let alignment: Alignment?

  /// What stands in front of the cell's content.
  var prefix: String {
    var html = row == 0 && column == 0 ? "<table>\n<thead>\n" : ""
    if row == 1 && column == 0 { html += "<tbody>\n" }
    if column == 0 { html += "<tr>\n" }
    let style = alignment.map { " style=\"text-align: \($0.rawValue)\"" } ?? ""
    return html + "<\(tag)\(style)>"
  }

  /// What stands after the cell's content.
  var suffix: String {
    var html = "</\(tag)>\n"
    guard column == columns - 1 else { return html }
    html += "</tr>\n"
    if row == 0 { html += "</thead>\n" }
    if row == rows - 1 { html += rows > 1 ? "</tbody>\n</table>\n" : "</table>\n" }
    return html
  }

  private var tag: String { row == 0 ? "th" : "td" }
}
