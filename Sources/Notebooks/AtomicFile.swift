/// Writing a file so that a reader sees the old bytes or the new ones, never a mixture.
public enum AtomicFile {
  /// Replaces the file at `path`, or makes it.
  ///
  /// The bytes go to a new file in the same folder, which is synced and renamed. The mode of an
  /// existing file stays; a symbolic link stays and its target is replaced. After a failure the
  /// old file is untouched and no temporary file is left.
  public static func write(_ bytes: [UInt8], to path: String) throws(AtomicFileError) {}
}
