#pragma once
#include <curl/curl.h>

// libcurl, opened on first use: it brings some thirty libraries along, and few lessons download.
// Its functions for options are variadic, which Swift can't call; here each kind of value has its own.

/// A new request; null where libcurl isn't there or doesn't start.
CURL *caderno_curl_start(void);
void caderno_curl_end(CURL *handle);

CURLcode caderno_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode caderno_curl_set_number(CURL *handle, CURLoption option, long value);
CURLcode caderno_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode caderno_curl_set_writer(CURL *handle, curl_write_callback writer, void *context);
CURLcode caderno_curl_set_progress(CURL *handle, curl_xferinfo_callback progress, void *context);

CURLcode caderno_curl_perform(CURL *handle);
long caderno_curl_status(CURL *handle);
const char *caderno_curl_words(CURLcode code);
