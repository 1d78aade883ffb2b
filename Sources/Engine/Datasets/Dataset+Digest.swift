internal import Digests

extension Dataset {
  /// SHA-256 over pixels and labels alone: the same from IDX files and from Keras' archive.
  static func digest(train: Split, test: Split) -> SHA256Digest {
    let stream = SHA256Stream()
    for split in [train, test] {
      stream.update(split.images)
      stream.update(split.labels)
    }
    return stream.finish()
  }
}
