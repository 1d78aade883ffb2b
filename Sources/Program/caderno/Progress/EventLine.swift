internal import Diagnostics
internal import Execution

/// One line of the event stream. Fields that an event does not have are left out; the README of
/// this folder lists which event has which.
struct EventLine: Encodable {
  var event: String
  var notebook: String?
  var directives: Int?
  var id: String?
  var kind: String?
  /// From 0, among the directives of the notebook.
  var index: Int?
  var status: String?
  var seconds: Double?
  var phase: String?
  var epoch: Int?
  var epochs: Int?
  var done: Int?
  var total: Int?
  var metrics: [String: Double]?
  var text: String?
  var severity: String?
  var code: String?
  var file: String?
  var line: Int?
  var column: Int?
  var message: String?
  var hint: String?
  var exitCode: Int?

  /// An empty line of this kind, to be filled in.
  init(event: String) { self.event = event }
}

extension EventLine {
  /// The line for an event of a run.
  init(_ event: RunEvent, language: Language) {
    switch event {
    case .runStarted(let count):
      self.init(event: "run-started")
      directives = count
    case .taskStarted(let id, let kind, let index):
      self.init(event: "step-started")
      (self.id, self.kind, self.index) = (id, kind, index)
    case .progress(let progress):
      self.init(event: progress.isEpochEnd ? "epoch-finished" : "progress")
      fill(progress)
    case .printed(let text, let isError):
      self.init(event: isError ? "printed-error" : "printed")
      self.text = text
    case .taskFinished(let id, let status, let seconds):
      self.init(event: "step-finished")
      (self.id, self.status, self.seconds) = (id, status, seconds)
    case .notice(let message):
      self.init(event: "notice")
      self.message = message.text(in: language)
    }
  }

  private mutating func fill(_ progress: TaskProgress) {
    id = progress.id
    phase = progress.phase.rawValue
    if progress.epochs > 0 { (epoch, epochs) = (progress.epoch, progress.epochs) }
    (done, total) = (progress.done, progress.total)
    metrics = Dictionary(progress.metrics.map { ($0.name, $0.value) }) { $1 }
  }

  /// The line for a finding in a notebook.
  init(_ diagnostic: Diagnostic, in source: SourceText, language: Language) {
    self.init(event: "diagnostic")
    let place = source.position(at: diagnostic.range.lowerBound)
    (severity, code) = (diagnostic.severity.rawValue, diagnostic.code)
    (file, line, column) = (source.file, place.line, place.column)
    message = diagnostic.message.text(in: language)
    hint = diagnostic.hint?.text(in: language)
  }

  /// The line for an error that stands in no notebook.
  init(_ problem: Problem, language: Language) {
    self.init(event: "diagnostic")
    (severity, code) = (Diagnostic.Severity.error.rawValue, problem.code)
    message = problem.message.text(in: language)
    hint = problem.hint?.text(in: language)
  }
}
