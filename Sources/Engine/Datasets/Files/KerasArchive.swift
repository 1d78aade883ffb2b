internal import Tensors

/// Keras' archive of a data set: NumPy arrays `x_train`, `y_train`, `x_test`, `y_test` in a zip.
struct KerasArchive {
  let path: String
  let entry: DatasetEntry

  init(path: String, entry: DatasetEntry) throws(DatasetError) {
    do throws(FileProblem) {
      try FileSystem.expectFile(path)
    } catch {
      throw .badFile(path: path, offset: 0, problem: error)
    }
    self.path = path
    self.entry = entry
  }

  /// Reads `x_` and `y_` of a part, "train" or "test", with at most `limit` examples.
  func split(_ part: String, limit: Int) throws(DatasetError) -> Split {
    let imageArray = try open("x_\(part).npy")
    let images = try NPYFile.images(imageArray, shape: entry.imageShape, limit: limit)
    let labelArray = try open("y_\(part).npy")
    let labels = try NPYFile.labels(labelArray, classCount: entry.classNames.count, limit: limit)
    let count = images.count / entry.imageShape.count
    guard count == labels.count else {
      throw labelArray.failure(.countsDiffer(images: count, labels: labels.count), at: 0)
    }
    return Split(images: images, labels: labels, imageShape: entry.imageShape)
  }

  private func open(_ name: String) throws(DatasetError) -> ContentReader {
    do throws(FileProblem) {
      let member = try ZipMember(archive: path, name: name)
      return ContentReader(path: "\(path):\(name)", source: member)
    } catch {
      throw .badFile(path: path, offset: 0, problem: error)
    }
  }
}
