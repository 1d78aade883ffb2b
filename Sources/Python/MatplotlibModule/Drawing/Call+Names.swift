internal import PythonRuntime
internal import Matplotlib

/// Arguments that have a long and a short name: the first that is given counts.
extension Call {
  func number(_ names: String...) throws(PyError) -> Double? {
    for name in names { if let number = try double(name) { return number } }
    return nil
  }

  func word(_ names: String...) throws(PyError) -> String? {
    for name in names { if let text = try string(name) { return text } }
    return nil
  }

  func color(_ names: String...) throws(PyError) -> PlotColor? {
    for name in names {
      if let value = given(name) { return try PlotNumbers.color(value, machine) }
    }
    return nil
  }
}
