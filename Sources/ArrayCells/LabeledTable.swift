/// An array whose rows and columns have names, such as a table.
public protocol LabeledTable: ArrayConvertible {
  var rowTexts: [String] { get }
  var columnTexts: [String] { get }
}
