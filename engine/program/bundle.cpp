// The envelope: how a bundle says what it is before anything in it is believed.
//
//     8 bytes   a byte that is no text, "SCANT", carriage return, line feed: a transfer as text is noticed at once
//     4 bytes   the format, least byte first
//    24 bytes   the version that made it, for people; padded with zeros
//    32 bytes   digest of the facts model and of the operators that it was compiled against
//     8 bytes   how many bytes the bundle has in all
//     …         the content
//    32 bytes   SHA-256 of everything before
#include "engine/program/bundle.h"

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/base/utf8.h"
#include "engine/program/bundle_schema.h"
#include "engine/program/bundle_units.h"
#include "engine/program/verify.h"

namespace scantling {

namespace {

// To be raised with every change of what bundle_write.cpp writes, or of what a number in it means. The operators, the builtin functions and
// the facts model are not among these: their digest tells.
constexpr std::uint32_t format = 1;

constexpr std::string_view magic("\x89SCANT\r\n", 8);
constexpr std::size_t made_by_bytes = 24;
constexpr std::size_t digest_bytes = 32;
constexpr std::size_t made_by_at = magic.size() + 4;
constexpr std::size_t model_at = made_by_at + made_by_bytes;
constexpr std::size_t size_at = model_at + digest_bytes;
constexpr std::size_t content_at = size_at + 8;

std::string raw_digest(std::string_view hex) {
    const auto value = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string out;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(value(hex[i]) << 4U | value(hex[i + 1]));
    return out;
}

void append_number(std::string& to, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) to += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8U | static_cast<std::uint8_t>(bytes[at + i]);
    return value;
}

ReadBundle refused(BundleFailure failure, std::string message) { return {{}, failure, std::move(message)}; }

ReadBundle damaged(const std::string& reason) { return refused(BundleFailure::damaged, "the bundle is damaged: " + reason); }

// The envelope alone; an empty failure where the content may be looked at.
std::optional<ReadBundle> refuse_envelope(std::string_view bytes) {
    if (!bytes.starts_with(magic.substr(0, std::min(bytes.size(), magic.size()))) || bytes.empty()) {
        return refused(BundleFailure::damaged, "this is no bundle of compiled policies");
    }
    if (bytes.size() < content_at + digest_bytes) return damaged("only its first " + std::to_string(bytes.size()) + " bytes are there");
    const std::string_view padded = bytes.substr(made_by_at, made_by_bytes);
    const std::string maker = printable(padded.substr(0, padded.find('\0')));
    const std::uint64_t its_format = number_at(bytes, magic.size(), 4);
    if (its_format != format) {
        return refused(BundleFailure::incompatible, "the bundle has format " + std::to_string(its_format) + " (made by version " + maker +
                                                        "), this version reads format " + std::to_string(format) +
                                                        ": compile the policies again");
    }
    const std::uint64_t size = number_at(bytes, size_at, 8);
    if (size != bytes.size()) return damaged(std::to_string(bytes.size()) + " bytes are there of " + std::to_string(size));
    const std::string_view sealed = bytes.substr(0, bytes.size() - digest_bytes);
    if (raw_digest(sha256_hex(sealed)) != bytes.substr(sealed.size())) return damaged("its digest is not that of its content");
    if (bytes.substr(model_at, digest_bytes) != raw_digest(bundle::model_digest())) {
        return refused(BundleFailure::incompatible,
                       "the bundle was compiled against another model of the facts (by version " + maker + "): compile the policies again");
    }
    return std::nullopt;
}

}  // namespace

namespace bundle {

std::string encode(const Units& units) {
    ByteWriter out;
    write_model(out, units.empty() ? Model{Layout::builtin(), Schema::builtin()} : Model{units.front()->layout, units.front()->schema});
    out.number(units.size());
    for (const auto& unit : units) write_unit(out, *unit);
    return out.take();
}

std::string seal(std::string_view content, std::string_view made_by) {
    std::string out(magic);
    append_number(out, format, 4);
    out += made_by.substr(0, made_by_bytes);
    out.resize(model_at, '\0');
    out += raw_digest(model_digest());
    append_number(out, content_at + content.size() + digest_bytes, 8);
    out += content;
    return out + raw_digest(sha256_hex(out));
}

}  // namespace bundle

bool looks_like_bundle(std::string_view bytes) { return bytes.starts_with(magic); }

std::string write_bundle(const std::vector<std::shared_ptr<const Unit>>& units, std::string_view made_by) {
    return bundle::seal(bundle::encode(units), made_by);
}

ReadBundle read_bundle(std::string_view bytes) {
    if (auto refusal = refuse_envelope(bytes)) return std::move(*refusal);
    std::string failure;
    ReadBundle out;
    out.units = bundle::decode(bytes.substr(content_at, bytes.size() - content_at - digest_bytes), failure);
    if (failure.empty()) failure = verify(out.units);
    if (failure.empty()) return out;
    return damaged(failure);
}

std::vector<std::shared_ptr<const Unit>> read_own_bundle(std::string_view bytes) {
    std::string failure;
    return bundle::decode(bytes.substr(content_at, bytes.size() - content_at - digest_bytes), failure);
}

}  // namespace scantling
