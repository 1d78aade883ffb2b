public import Diagnostics

/// What is wrong with a data set's file.
public enum FileProblem: Error, Hashable, Sendable {
  /// The system can't open or read it; its reason.
  case unreadable(reason: String)
  /// A folder, a pipe or a device.
  case notRegular
  /// One of the files of a set is not there, but others are.
  case absent
  /// The file has more bytes than any of the catalog.
  case tooLarge(limit: Int, found: Int)
  /// An archive has more members than any of the catalog.
  case tooManyMembers(limit: Int, found: Int)
  /// The compressed data are damaged; zlib's or minizip's reason.
  case corrupt(reason: String)
  /// The content ends too early; sizes in bytes of decompressed content.
  case truncated(expected: Int, found: Int)
  /// Something follows the content; `expected` is its size in bytes.
  case trailing(expected: Int)
  /// The first bytes are those of something else.
  case wrongMagic(expected: [UInt8], found: [UInt8])
  /// A number of the header is out of range.
  case wrongField(HeaderField, expected: ClosedRange<Int>, found: Int)
  /// The header of an NPY array can't be understood; `text` is its beginning.
  case malformedHeader(text: String)
  /// The array's element type is not among those that can be read.
  case elementType(expected: Message, found: String)
  /// The array lies column by column.
  case columnMajor
  /// The array has another number of axes or other extents.
  case wrongShape(expected: Message, found: [Int])
  /// The archive lacks an array.
  case noMember(name: String)
  /// A label names a class that does not exist.
  case labelOutOfRange(index: Int, label: Int, classCount: Int)
  /// Images and labels do not pair up.
  case countsDiffer(images: Int, labels: Int)
  /// A downloaded file's content is not what was published; SHA-256 as hexadecimal digits.
  case wrongChecksum(expected: String, found: String)
}

/// A number in a file's header.
public enum HeaderField: Hashable, Sendable {
  case count, height, width, headerSize, version
}
