// Builtin functions of scalars. Strict: an unknown argument makes the result unknown. Texts: once a distinct argument.
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/base/utf8.h"
#include "engine/evaluate/kernels/kernels.h"
#include "engine/values/ascii.h"
#include "engine/values/duration.h"
#include "engine/values/licence.h"
#include "engine/values/path.h"
#include "engine/values/time.h"
#include "engine/values/url.h"
#include "engine/values/version/version.h"

namespace scantling::evaluation {

namespace {

bool is_settled(const Side& side, std::size_t t) {
    const std::size_t i = side.at(t);
    return side->state(i) == State::present && (side->high.empty() || side->high[i] == side->wide[i]);
}

// What a function of texts gives; nothing is absent.
std::optional<std::string> text_of(Builtin builtin, std::string_view text, std::string_view other) {
    switch (builtin) {
        case Builtin::lower:
            return ascii::lower(text);
        case Builtin::trim:
            return std::string(ascii::trim(text));
        case Builtin::base_name:
            return std::string(base_name(text));
        case Builtin::dir_name:
            return std::string(dir_name(text));
        case Builtin::url_host:
            return url_host(text);
        case Builtin::url_scheme:
            return url_scheme(text);
        case Builtin::extension:
            if (const auto found = extension(text)) return std::string(*found);
            return std::nullopt;
        default:
            break;
    }
    const std::size_t at = text.find(other);
    if (at == std::string_view::npos) return std::nullopt;
    return std::string(builtin == Builtin::before ? text.substr(0, at) : text.substr(at + other.size()));
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Shannon's, in bits a byte, to six places.
std::int64_t entropy(std::string_view text) {
    std::map<char, std::size_t> counts;
    for (const char c : text) ++counts[c];
    double bits = 0;
    for (const auto& [c, n] : counts) {
        const double share = static_cast<double>(n) / static_cast<double>(text.size());
        bits -= share * std::log2(share);
    }
    return std::llround(bits * 1e6);
}

class Call {
  public:
    Call(Evaluator& evaluator, ExpressionId id, const Space& space)
        : evaluator_(evaluator),
          scratch_(evaluator.scratch()),
          id_(id),
          size_(space.size),
          builtin_(static_cast<Builtin>(evaluator.node(id).payload)),
          first_(evaluator.side(evaluator.child(id, 0), space)),
          second_(evaluator.node(id).child_count > 1 ? evaluator.side(evaluator.child(id, 1), space) : first_) {}

    // Which form a function gives. One that has no case, here and in the function that computes its form, is unknown for ever.
    Vector run() {
        switch (builtin_) {
            case Builtin::lower:
            case Builtin::trim:
            case Builtin::before:
            case Builtin::after:
            case Builtin::base_name:
            case Builtin::dir_name:
            case Builtin::extension:
            case Builtin::url_host:
            case Builtin::url_scheme:
                return texts();
            case Builtin::split:
            case Builtin::licence_ids:
                return text_lists();
            case Builtin::version:
                return versions();
            case Builtin::under:
            case Builtin::mode_within:
            case Builtin::version_in:
            case Builtin::is_prerelease:
            case Builtin::licence_satisfied:
                return make_logic(size_, [&](std::size_t t) { return settled(t) ? truth(t) : Truth::unknown; });
            case Builtin::severity_of:
            case Builtin::weekday:
                return members();
            default:
                return numbers();
        }
    }

  private:
    [[nodiscard]] bool settled(std::size_t t) const { return is_settled(first_, t) && is_settled(second_, t); }
    [[nodiscard]] std::uint32_t first_id(std::size_t t) const { return first_->narrow[first_.at(t)]; }
    [[nodiscard]] std::uint32_t second_id(std::size_t t) const { return second_->narrow[second_.at(t)]; }

    Vector texts() {
        Vector out = unknown_vector(Form::narrow, size_);
        std::unordered_map<std::uint64_t, std::optional<std::uint32_t>, NumberHash> known;
        for (std::uint32_t t = 0; t < size_; ++t) {
            if (!settled(t)) continue;
            const std::uint64_t key = (std::uint64_t{first_id(t)} << 32U) | second_id(t);
            auto found = known.find(key);
            if (found == known.end()) {
                const auto text = text_of(builtin_, scratch_.text(first_id(t)), scratch_.text(second_id(t)));
                found = known.emplace(key, text ? std::optional(scratch_.text_id(*text)) : std::nullopt).first;
            }
            out.states[t] = found->second ? State::present : State::absent;
            out.narrow[t] = found->second.value_or(0);
        }
        return out;
    }

    std::optional<std::vector<std::string>> pieces(std::size_t t) const {
        const std::string_view text = scratch_.text(first_id(t));
        if (builtin_ == Builtin::licence_ids) return licence_ids(text);
        const std::string_view separator = scratch_.text(second_id(t));
        std::vector<std::string> out;
        std::size_t begin = 0;
        while (!separator.empty()) {
            const std::size_t at = text.find(separator, begin);
            if (at == std::string_view::npos) break;
            out.emplace_back(text.substr(begin, at - begin));
            begin = at + separator.size();
        }
        out.emplace_back(text.substr(begin));
        return out;
    }

    Vector text_lists() {
        Vector out = empty_vector(Form::list);
        out.size = size_;
        out.incomplete = Bits(size_);
        Vector elements = empty_vector(Form::narrow);
        for (std::uint32_t t = 0; t < size_; ++t) {
            const auto list = settled(t) ? pieces(t) : std::nullopt;
            if (!list) {
                set_state(out, t, State::unknown);
                out.incomplete.set(t);
            } else {
                for (const std::string& piece : *list) elements.narrow.push_back(scratch_.text_id(piece));
            }
            out.offsets.push_back(static_cast<std::uint32_t>(elements.narrow.size()));
        }
        elements.size = static_cast<std::uint32_t>(elements.narrow.size());
        out.elements = std::make_shared<const Vector>(std::move(elements));
        return out;
    }

    Vector versions() {
        Vector out = unknown_vector(Form::narrow, size_);
        for (std::uint32_t t = 0; t < size_; ++t) {
            if (!settled(t)) continue;
            const bool valid = is_valid_version(static_cast<Ecosystem>(second_id(t)), scratch_.text(first_id(t)));
            out.states[t] = valid ? State::present : State::absent;
            if (valid) out.narrow[t] = scratch_.version_id(first_id(t), second_id(t));
        }
        return out;
    }

    Truth truth(std::size_t t) {
        const auto of = [](std::optional<bool> holds) { return !holds ? Truth::unknown : *holds ? Truth::yes : Truth::no; };
        switch (builtin_) {
            case Builtin::under:
                return of(under(scratch_.text(first_id(t)), scratch_.text(second_id(t))));
            case Builtin::mode_within:
                return of(mode_within(first_->wide[first_.at(t)], second_->wide[second_.at(t)]));
            case Builtin::is_prerelease: {
                const VersionValue version = scratch_.version(first_id(t));
                return of(is_prerelease(static_cast<Ecosystem>(version.ecosystem), scratch_.text(version.text)));
            }
            case Builtin::version_in: {
                const VersionValue version = scratch_.version(first_id(t));
                const VersionRange* range = range_of(second_id(t));
                if (range == nullptr) return Truth::unknown;
                return of(range->contains(static_cast<Ecosystem>(version.ecosystem), scratch_.text(version.text)));
            }
            default: {
                // Once per distinct text and list: a thousand packages have some dozen licences.
                const std::uint64_t key = (std::uint64_t{first_id(t)} << 32U) | second_.at(t);
                const auto found = licences_.find(key);
                if (found != licences_.end()) return found->second;
                return licences_.emplace(key, licence_truth(t)).first->second;
            }
        }
    }

    Truth licence_truth(std::size_t t) {
        const std::optional<AllowedLicences>& allowed = allowed_licences(second_.at(t));
        if (!allowed) return Truth::unknown;
        const std::optional<bool> holds = licence_satisfied(scratch_.text(first_id(t)), *allowed);
        return !holds ? Truth::unknown : *holds ? Truth::yes : Truth::no;
    }

    // None where the list is not whole, or one of its texts is not known.
    const std::optional<AllowedLicences>& allowed_licences(std::size_t list) {
        const auto [at, added] = allowed_.try_emplace(list);
        if (!added || second_->incomplete[list]) return at->second;
        std::vector<std::string> texts;
        for (std::uint32_t e = second_->offsets[list]; e < second_->offsets[list + 1]; ++e) {
            if (second_->elements->state(e) != State::present) return at->second;
            texts.emplace_back(scratch_.text(second_->elements->narrow[e]));
        }
        at->second.emplace(texts);
        return at->second;
    }

    const VersionRange* range_of(std::uint32_t text) {
        const auto found = ranges_.find(text);
        if (found != ranges_.end()) return found->second ? &*found->second : nullptr;
        auto parsed = VersionRange::parse(scratch_.text(text));
        auto& slot = ranges_[text];
        if (parsed) slot = std::move(*parsed);
        return slot ? &*slot : nullptr;
    }

    Vector members() {
        Vector out = unknown_vector(Form::narrow, size_);
        for (std::uint32_t t = 0; t < size_; ++t) {
            if (!settled(t)) continue;
            out.states[t] = State::present;
            const std::int64_t value = first_->wide[first_.at(t)];
            out.narrow[t] = builtin_ == Builtin::weekday ? static_cast<std::uint32_t>(weekday_of(value)) : severity_of(value);
        }
        return out;
    }

    // CVSS's words: 0 none, from 0.1 low, 4 medium, 7 high, 9 critical.
    static std::uint32_t severity_of(std::int64_t millionths) {
        constexpr std::int64_t one = 1'000'000;
        const Severity severity = millionths >= 9 * one   ? Severity::critical
                                  : millionths >= 7 * one ? Severity::high
                                  : millionths >= 4 * one ? Severity::medium
                                  : millionths > 0        ? Severity::low
                                                          : Severity::info;
        return static_cast<std::uint32_t>(severity);
    }

    // Outer: whether it is known at all; inner: whether it is there.
    std::optional<std::optional<std::int64_t>> number(std::size_t t) const {
        const std::size_t i = first_.at(t);
        switch (builtin_) {
            case Builtin::length:
                return static_cast<std::int64_t>(code_points(scratch_.text(first_->narrow[i])));
            case Builtin::to_int:
                return std::optional(parse_integer(scratch_.text(first_->narrow[i])));
            case Builtin::entropy:
                return entropy(scratch_.text(first_->narrow[i]));
            case Builtin::start_of_day:
                return start_of_day(first_->wide[i]);
            case Builtin::days:
                return days_of(first_->wide[i]);
            case Builtin::major:
            case Builtin::minor: {
                const VersionValue version = scratch_.version(first_->narrow[i]);
                const auto ecosystem = static_cast<Ecosystem>(version.ecosystem);
                const std::string_view text = scratch_.text(version.text);
                if (!is_valid_version(ecosystem, text)) return std::nullopt;
                return std::optional(builtin_ == Builtin::major ? major_version(ecosystem, text) : minor_version(ecosystem, text));
            }
            default:
                return std::nullopt;
        }
    }

    Vector numbers() {
        const Form form = form_of(evaluator_.type_of(id_).kind);
        Vector out = unknown_vector(form, size_);
        if (form != Form::wide) return out;
        for (std::uint32_t t = 0; t < size_; ++t) {
            if (!settled(t)) continue;
            const auto value = number(t);
            if (!value) continue;
            out.states[t] = *value ? State::present : State::absent;
            out.wide[t] = value->value_or(0);
        }
        return out;
    }

    Evaluator& evaluator_;
    Scratch& scratch_;
    ExpressionId id_;
    std::uint32_t size_;
    Builtin builtin_;
    Side first_;
    Side second_;
    std::unordered_map<std::uint32_t, std::optional<VersionRange>> ranges_;
    std::unordered_map<std::uint64_t, Truth, NumberHash> licences_;
    std::unordered_map<std::size_t, std::optional<AllowedLicences>> allowed_;  // by list
};

}  // namespace

Vector call(Evaluator& evaluator, ExpressionId id, const Space& space) {
    switch (static_cast<Builtin>(evaluator.node(id).payload)) {
        case Builtin::first:
        case Builtin::last:
        case Builtin::sum:
        case Builtin::min:
        case Builtin::max:
        case Builtin::unique:
        case Builtin::without:
        case Builtin::join:
        case Builtin::entries:
            return aggregate(evaluator, id, space);
        case Builtin::next:
        case Builtin::previous:
        case Builtin::position:
            return neighbour(evaluator, id, space);
        default:
            return Call(evaluator, id, space).run();
    }
}

}  // namespace scantling::evaluation
