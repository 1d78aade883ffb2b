/// Everything that one `caderno bench` found.
struct BenchReport: Encodable {
  var version: String
  var numericsVersion: Int
  var instructionSet: String
  var processors: Int
  var peak: MachinePeak
  var results: [BenchResult]
  /// Megabytes (of 2^20 bytes) that the process held at most.
  var peakMemory: Double
}
