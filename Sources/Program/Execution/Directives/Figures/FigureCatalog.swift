/// The kinds of figures that exist.
enum FigureCatalog {
  static let all: [any FigureKind.Type] = [
    HistoryKind.self,
    CompareKind.self,
    SamplesKind.self,
    ErrorsKind.self,
    ConfusionKind.self,
    BarsKind.self,
    CalibrationKind.self,
    HistogramKind.self,
    ArchitectureKind.self,
    KernelsKind.self,
    ActivationsKind.self,
    SaliencyKind.self,
    GradCAMKind.self,
  ]
}
