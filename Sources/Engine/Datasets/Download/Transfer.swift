internal import CCurl
internal import Memory

/// One request to one address: the only importer of libcurl.
///
/// HTTP and HTTPS alone, at most five redirects, no header believed: bytes are counted as they come.
final class Transfer {
  /// What the callbacks, which are C functions, have to reach.
  private final class Context {
    let part: PartFile
    let sizeLimit: Int
    let onProgress: (Int, Int?) -> Void
    let isCancelled: () -> Bool
    let status: () -> Int
    let offset: Int
    var failure: DownloadFailure?
    var hasBegun = false

    init(
      _ part: PartFile, _ sizeLimit: Int, offset: Int, status: @escaping () -> Int,
      isCancelled: @escaping () -> Bool, onProgress: @escaping (Int, Int?) -> Void
    ) {
      self.part = part
      self.sizeLimit = sizeLimit
      self.offset = offset
      self.status = status
      self.isCancelled = isCancelled
      self.onProgress = onProgress
    }
  }

  private let handle: OpaquePointer
  private let stallSeconds: Int

  init(stallSeconds: Int) throws(DownloadFailure) {
    guard let handle = caderno_curl_start() else {
      throw .connection(cause: "libcurl is not there")
    }
    self.handle = OpaquePointer(handle)
    self.stallSeconds = stallSeconds
  }

  deinit { caderno_curl_end(raw) }

  private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(handle) }

  /// Fetches what is missing of a part file.
  func run(
    _ address: String, into part: PartFile, sizeLimit: Int, isCancelled: () -> Bool,
    onProgress: (Int, Int?) -> Void
  ) throws(DownloadFailure) {
    configure(address, offset: part.size)
    let handle = raw
    let failure = withoutActuallyEscaping(isCancelled) { isCancelled in
      withoutActuallyEscaping(onProgress) { onProgress in
        let context = Context(
          part, sizeLimit, offset: part.size, status: { caderno_curl_status(handle) },
          isCancelled: isCancelled, onProgress: onProgress)
        return perform(context)
      }
    }
    if let failure { throw failure }
  }

  private func configure(_ address: String, offset: Int) {
    caderno_curl_set_text(raw, CURLOPT_URL, address)
    caderno_curl_set_text(raw, CURLOPT_PROTOCOLS_STR, "http,https")
    caderno_curl_set_text(raw, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    caderno_curl_set_text(raw, CURLOPT_USERAGENT, "caderno")
    caderno_curl_set_number(raw, CURLOPT_FOLLOWLOCATION, 1)
    caderno_curl_set_number(raw, CURLOPT_MAXREDIRS, 5)
    caderno_curl_set_number(raw, CURLOPT_NOSIGNAL, 1)
    caderno_curl_set_number(raw, CURLOPT_CONNECTTIMEOUT, 10)
    caderno_curl_set_number(raw, CURLOPT_LOW_SPEED_LIMIT, 1)
    caderno_curl_set_number(raw, CURLOPT_LOW_SPEED_TIME, stallSeconds)
    caderno_curl_set_number(raw, CURLOPT_NOPROGRESS, 0)
    caderno_curl_set_offset(raw, CURLOPT_RESUME_FROM_LARGE, curl_off_t(offset))
  }

  private func perform(_ context: Context) -> DownloadFailure? {
    let pointer = Unmanaged.passUnretained(context).toOpaque()
    caderno_curl_set_writer(raw, receive, pointer)
    caderno_curl_set_progress(raw, report, pointer)
    var code = withExtendedLifetime(context) { caderno_curl_perform(raw) }
    if code == CURLE_RANGE_ERROR {
      // The server sends the whole file or nothing: what was kept is of no use.
      context.part.restart()
      caderno_curl_set_offset(raw, CURLOPT_RESUME_FROM_LARGE, 0)
      code = withExtendedLifetime(context) { caderno_curl_perform(raw) }
    }
    if let failure = context.failure { return failure }
    let status = caderno_curl_status(raw)
    // A complete part file: there is nothing behind its end.
    if status == 416, context.offset > 0 { return nil }
    return failure(code, status: status, context)
  }

  private func failure(_ code: CURLcode, status: Int, _ context: Context) -> DownloadFailure? {
    switch code {
    case CURLE_OK: status == 200 || status == 206 ? nil : .status(status)
    case CURLE_ABORTED_BY_CALLBACK: .cancelled
    case CURLE_OPERATION_TIMEDOUT: .stalled(seconds: stallSeconds)
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING: .truncated(received: context.part.size)
    case CURLE_TOO_MANY_REDIRECTS, CURLE_UNSUPPORTED_PROTOCOL: .redirects
    default: .connection(cause: caderno_curl_words(code).map { String(cString: $0) } ?? "\(code)")
    }
  }

  private let receive: curl_write_callback = { bytes, size, count, pointer in
    guard let bytes, let pointer else { return 0 }
    let context = Unmanaged<Context>.fromOpaque(pointer).takeUnretainedValue()
    let length = size * count
    if !context.hasBegun {
      context.hasBegun = true
      let status = context.status()
      // The body of an error page is no part of the file.
      if status != 200 && status != 206 {
        context.failure = .status(status)
        return 0
      }
      if status == 200, context.part.size > 0 { context.part.restart() }
    }
    if context.part.size + length > context.sizeLimit {
      context.failure = .tooLarge(limit: context.sizeLimit)
      return 0
    }
    let part = UnsafeRawBufferPointer(start: bytes, count: length).bindMemory(to: UInt8.self)
    guard context.part.append(Elements(part)) else {
      context.failure = .cannotWrite(path: context.part.path, cause: "no space or no permission")
      return 0
    }
    return length
  }

  private let report: curl_xferinfo_callback = { pointer, expected, received, _, _ in
    guard let pointer else { return 1 }
    let context = Unmanaged<Context>.fromOpaque(pointer).takeUnretainedValue()
    if context.isCancelled() { return 1 }
    let total = expected > 0 ? context.part.size - Int(received) + Int(expected) : nil
    if context.hasBegun { context.onProgress(context.part.size, total) }
    return 0
  }
}
