internal import Diagnostics
public import Notebooks
public import RunRecords

/// What a run gave, whole or up to the directive that failed.
public struct RunResult: Sendable {
  /// A directive that ended the run.
  public struct Failure: Sendable {
    public var directive: Directive
    public var failure: StepFailure
  }

  /// One record for each directive that was reached.
  public var steps: [StepRecord] = []
  public var dataSets: [DataSetRecord] = []
  public var failure: Failure?
  /// Numbers by directive, for the links in prose.
  var values: [String: RecordedValues] = [:]

  /// A run that has not begun.
  public init() {}

  /// The number that a link in prose names, where the run published it.
  public func value(of target: String) -> Double? {
    ValuePath(target).flatMap { values[$0.id]?.value($0.name, row: $0.row) }
  }

  /// New texts for the numbers in prose whose directives ran, in the author's forms.
  public func texts(for links: [RunLink]) -> [(RunLink, String)] {
    links.compactMap { link in
      guard let value = value(of: link.target), let form = NumberForm(link.text) else { return nil }
      return (link, form.format(value))
    }
  }
}

extension StepFailure {
  /// The directive was to fail, and did not.
  static func missingError(_ code: String) -> StepFailure {
    StepFailure(
      .notebook, code: "expected-error",
      Message(
        "the directive was to fail with '\(code)', but it did not",
        pt: "o bloco devia falhar com '\(code)', mas não falhou"))
  }
}

extension RunResult {
  /// The result that a record tells of, so that pages can be made from it later.
  public init(_ record: RunRecord) {
    steps = record.steps
    dataSets = record.dataSets
    values = Dictionary(record.steps.map { ($0.id, RecordedValues($0.outputs)) }) { first, _ in
      first
    }
  }
}
