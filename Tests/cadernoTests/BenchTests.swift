import Foundation
import Testing

/// `caderno bench`, whose times are its own affair: what it measures and how it books it.
struct `A measurement` {
  private struct Description: Decodable {
    let name: String
    let layers: [String]
    let targets: String
    let batches: [Int]
  }

  private struct Report: Decodable {
    struct Part: Decodable {
      let name: String
      let gradients: Double?
      let forms: Double?
    }
    struct Result: Decodable {
      let epochs: [Double]
      let parts: [Part]
    }
    let results: [Result]
  }

  private static func decoded<Value: Decodable>(
    _ type: Value.Type, _ arguments: [String]
  ) throws -> Value {
    let result = try LessonFolder().start(["bench"] + arguments).finish()
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(type, from: Data(result.output.utf8))
  }

  private static let models = (try? decoded([Description].self, ["--describe"])) ?? []

  @Test func `has a model for each kind of layer with arithmetic of its own`() {
    let calls = Set(Self.models.flatMap(\.layers).map { $0.prefix { $0 != "(" } })
    let kinds: Set<Substring> = [
      "Conv1D", "Conv2D", "Conv2DTranspose", "Dense", "DepthwiseConv2D", "Embedding", "LSTM",
      "SeparableConv2D", "SimpleRNN", "BatchNormalization", "MaxPooling2D", "UpSampling2D",
    ]
    #expect(kinds.isSubset(of: calls))
  }

  @Test(arguments: [
    "lesson", "dense", "strided", "conv1d", "depthwise", "embed", "lstm", "separable",
    "simple_rnn", "transpose", "upsample",
  ])
  func `trains the model and books all its tasks`(_ name: String) throws {
    let report = try Self.decoded(
      Report.self,
      ["--model", name, "--images", "16", "--batch", "8", "--epochs", "1", "--json"])
    let result = try #require(report.results.first)
    #expect(result.epochs.count == 1)
    let parts = result.parts.map(\.name)
    #expect(parts.suffix(4) == ["input", "loss and metrics", "optimizer", "waiting"])
    // Every model ends with a layer that has weights.
    let last = try #require(result.parts.dropLast(4).last)
    #expect(last.gradients ?? 0 > 0)
  }

  @Test func `gives a dense layer its gradient, and the optimizer none of it`() throws {
    let report = try Self.decoded(
      Report.self,
      ["--model", "dense", "--images", "32", "--batch", "16", "--epochs", "1", "--json"])
    let parts = try #require(report.results.first).parts
    let dense = try #require(parts.first { $0.name == "dense" })
    #expect(dense.gradients ?? 0 > 0)
    #expect(parts.first { $0.name == "optimizer" }?.gradients == nil)
    #expect(parts.first { $0.name == "flatten" }?.gradients ?? 0 == 0)
  }
}
