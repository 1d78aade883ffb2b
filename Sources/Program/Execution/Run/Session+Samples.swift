internal import Caching
internal import Datasets
internal import Digests
internal import Networks
internal import Training

extension Session {
  /// A part of prepared data as the engine takes it; its bytes have been read.
  ///
  /// - Parameter weights: what the losses of classes' examples are multiplied by; 1 for the others.
  func samples(_ reference: DataReference, classWeights weights: [Int: Float] = [:]) -> Samples {
    let prepared = data(reference.id)
    let split = prepared.split(reference.split)
    let samples = Samples(split, prepared.preparation)
    if weights.isEmpty { return samples }
    return samples.weighted(by: split.labels.map { weights[Int($0)] ?? 1 })
  }

  /// The digest of a part of prepared data: kept from an earlier run, or computed once in this one.
  mutating func digest(
    of reference: DataReference, classWeights weights: [Int: Float] = [:]
  ) throws(TaskFailure) -> String {
    let text = weights.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let key = ResultKey(["samples", data(reference.id).key, "\(reference.split)"] + text).digest
    if let known = sampleDigests[key] { return known }
    let kept = keptDigest(key)
    let digest = if let kept { kept } else { try computedDigest(of: reference, weights, key) }
    sampleDigests[key] = digest
    return digest
  }

  private func keptDigest(_ key: String) -> String? {
    results?.result(at: CacheAddress("samples", key: key)).flatMap {
      String(validating: $0, as: UTF8.self)
    }
  }

  private mutating func computedDigest(
    of reference: DataReference, _ weights: [Int: Float], _ key: String
  ) throws(TaskFailure) -> String {
    try loadBytes(reference.id)
    let digest = digests.digest(of: samples(reference, classWeights: weights), known: key)
    results?.keep(Array(digest.utf8), at: CacheAddress("samples", key: key))
    return digest
  }
}
