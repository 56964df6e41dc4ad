// Where the stages of this folder put what they find wrong in one source.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace scantling::dsl {

// Takes up to limits::policy_errors, then says so once and drops the rest: a binary file is one mistake, not a million.
class Reports {
  public:
    Reports(std::shared_ptr<const Source> source, Diagnostics& to) : source_(std::move(source)), to_(to) {}

    void error(std::string_view code, Span span, std::string message, std::string label = {}, std::vector<std::string> help = {});
    [[nodiscard]] bool full() const { return full_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] const Source& source() const { return *source_; }

  private:
    std::shared_ptr<const Source> source_;
    Diagnostics& to_;
    std::size_t count_ = 0;
    bool full_ = false;
};

}  // namespace scantling::dsl
