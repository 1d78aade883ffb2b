/// Every target of the fuzzer.
public enum FuzzCatalog {
  /// All that `scripts/fuzz --list` names.
  public static let all: [any FuzzTarget.Type] = [
    CacheEntries.self,
    CellPrograms.self,
    CIFARFiles.self,
    EngineCalls.self,
    FrontMatterTexts.self,
    IDXFiles.self,
    JupyterFiles.self,
    MarkdownLessons.self,
    NotationTexts.self,
    NumPyFiles.self,
    RunRecordFiles.self,
  ]
}
