/// Every target of the fuzzer.
enum FuzzCatalog {
  static let all: [any FuzzTarget.Type] = [
    EngineCalls.self
  ]
}
