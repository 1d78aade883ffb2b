import Datasets
import Diagnostics
import Tensors

/// What holds for every data set that is read from files.
enum DatasetLaws {
  /// Sound files are read; whatever is read is of the sizes that it says, with labels that are classes.
  static func load(_ name: String, _ folder: ScratchFolder, isSound: Bool, count: Int) throws {
    let locator = DatasetLocator(dataDirectory: folder.path, isOffline: true)
    let set: Dataset
    do throws(DatasetError) {
      set = try locator.load(name)
    } catch {
      return try expect(!isSound, "sound files are refused: \(error.message.english)")
    }
    for part in [set.train, set.test] {
      try expect(
        part.images.count == part.count * set.imageShape.count
          && part.labels.allSatisfy { $0 < set.classNames.count },
        "a data set has other sizes than it says")
    }
    try expect(!isSound || set.train.count == count, "sound files give \(set.train.count) images")
  }
}
