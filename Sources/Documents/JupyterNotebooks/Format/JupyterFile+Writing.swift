internal import Diagnostics
internal import JSON

extension JupyterFile {
  /// What running a code cell gave.
  public struct CellResult: Hashable, Sendable {
    /// The number beside the cell, from 1; nil where it wasn't run.
    public var executionCount: Int?
    /// The outputs in the order in which they came.
    public var outputs: [JupyterOutput]

    /// What takes the place of a cell's count and outputs.
    public init(executionCount: Int?, outputs: [JupyterOutput]) {
      self.executionCount = executionCount
      self.outputs = outputs
    }
  }

  /// Whether results can be written back: a file of nbformat 3 must be converted first.
  public var isWritable: Bool { majorVersion == 4 }

  /// The file's bytes with results in its code cells; every other byte stays.
  ///
  /// A cell that has these outputs and this count already keeps its bytes. Results of numbers that
  /// no code cell has are passed over.
  ///
  /// - Parameters:
  ///   - results: by the cell's number in `notebook.cells`.
  ///   - sources: new sources of cells, by number.
  public func writing(
    _ results: [Int: CellResult], sources: [Int: String] = [:]
  ) -> [UInt8] {
    precondition(isWritable, "writing into nbformat \(majorVersion)")
    let form = JSONForm(of: source.bytes, root: root)
    var bytes: [UInt8] = []
    var place = 0
    let edits = edits(results, form) + edits(sources, form)
    for (range, text) in edits.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      bytes += source.bytes[place..<range.lowerBound]
      bytes += Array(text.utf8)
      place = range.upperBound
    }
    return bytes + source.bytes[place...]
  }

  private func edits(
    _ results: [Int: CellResult], _ form: JSONForm
  ) -> [(Range<Int>, String)] {
    results.flatMap { index, result -> [(Range<Int>, String)] in
      guard cellNodes.indices.contains(index) else { return [] }
      let (node, cell) = (cellNodes[index], notebook.cells[index])
      guard cell.kind == .code else { return [] }
      var edits: [(Range<Int>, String)] = []
      if cell.executionCount != result.executionCount {
        let count = result.executionCount.map(JSONValue.integer) ?? .null
        edits.append(form.setting("execution_count", to: count, in: node, level: 3))
      }
      if cell.outputs != result.outputs {
        let outputs = JSONValue.array(result.outputs.map(\.json))
        edits.append(form.setting("outputs", to: outputs, in: node, level: 3))
      }
      return edits
    }
  }

  private func edits(_ sources: [Int: String], _ form: JSONForm) -> [(Range<Int>, String)] {
    sources.compactMap { index, source in
      guard cellNodes.indices.contains(index), notebook.cells[index].source != source else {
        return nil
      }
      let isList = cellNodes[index]["source"]?.elements != nil
      let value = isList ? JSONValue.lines(source) : .string(source)
      return form.setting("source", to: value, in: cellNodes[index], level: 3)
    }
  }
}
