/// The directives that exist.
package enum DirectiveCatalog {
  static let all: [any DirectiveKind.Type] = [
    DataDirective.self,
    ModelDirective.self,
    SummaryDirective.self,
    CompileDirective.self,
    FitDirective.self,
    EvaluateDirective.self,
    PredictDirective.self,
    FigureDirective.self,
    TableDirective.self,
    ValueDirective.self,
    KerasDirective.self,
  ]
}
