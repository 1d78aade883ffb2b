internal import Diagnostics
package import Notebooks
package import RunRecords

extension Plan {
  /// The lesson's parameters with the values that it runs with.
  package var parameterRecords: [ParameterRecord] {
    parameters.map { ParameterRecord(name: $0.name, value: $0.value.text) }
  }
}

extension ParameterRecord {
  /// The parameters of a lesson with the values that stand in it.
  package static func defaults(of notebook: Notebook) -> [ParameterRecord] {
    var findings: [Diagnostic] = []
    return ParameterValues.resolve(notebook, [:], &findings).map {
      ParameterRecord(name: $0.name, value: $0.value.text)
    }
  }
}
