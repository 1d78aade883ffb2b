package import Diagnostics
package import Notebooks
package import RunRecords

/// What a run gave, whole or up to the directive that failed.
package struct RunResult: Sendable {
  /// A directive that ended the run.
  package struct Failure: Sendable {
    /// The one that failed.
    package var directive: Directive
    /// Why it failed.
    package var failure: TaskFailure
  }

  /// One record for each directive that was reached.
  package var tasks: [TaskRecord] = []
  /// The data sets that were loaded, with the digests of their contents.
  package var dataSets: [DataSetRecord] = []
  /// What ended the run early; nil where nothing did.
  package var failure: Failure?
  /// The version of the engine's arithmetic that made the outputs in the notebook, where it is an older one
  /// and their keys (`RunSettings.writtenKeys`) tell.
  package var writtenNumerics: Int?
  /// Numbers by directive, for the links in prose.
  var values: [String: RecordedValues] = [:]

  /// A run that has not begun.
  package init() {}

  /// The number that a link in prose names, where the run published it.
  package func value(of target: String) -> Double? {
    ValuePath(target).flatMap { values[$0.id]?.value($0.name, row: $0.row) }
  }

  /// New texts for the numbers in prose whose directives ran, in the author's forms; where the author
  /// wrote none, as the outputs show them.
  package func texts(for links: [RunLink], in language: Language) -> [FilledLink] {
    links.compactMap { link in
      guard let path = ValuePath(link.target), let values = values[path.id],
        let value = values.value(path.name, row: path.row)
      else { return nil }
      return link.filled(value, otherwise: values.format(path.name), in: language)
    }
  }
}

extension TaskFailure {
  /// The directive was to fail, and did not.
  static func missingError(_ code: String) -> TaskFailure {
    TaskFailure(
      .notebook, code: "expected-error",
      Message(
        "the directive was to fail with '\(code)', but it did not",
        pt: "o bloco devia falhar com '\(code)', mas não falhou"))
  }
}

extension RunResult {
  /// The result that a record tells of, so that pages can be made from it later.
  package init(_ record: RunRecord) {
    tasks = record.tasks
    dataSets = record.dataSets
    values = Dictionary(record.tasks.map { ($0.id, RecordedValues($0)) }) { first, _ in first }
    let parameters = record.parameters.map { parameter in
      (
        name: parameter.name,
        value: OptionValue(ParameterValue(parsing: parameter.value), range: 0..<0)
      )
    }
    if values[RecordedValues.parameters] == nil {
      values[RecordedValues.parameters] = RecordedValues(parameters: parameters)
    }
  }
}
