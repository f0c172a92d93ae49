#!/usr/bin/env bash
# kramdown 2.4.0 with kramdown-parser-gfm 1.1.0 (Debian 12: ruby-kramdown 2.4.0-2, ruby-kramdown-parser-gfm 1.1.0-2), by
# which Jekyll reads Markdown; to compare, markdown-it 15.0.3 (npm).
# Guess: a line with a bar in it, "Source: Office | table 5", is a paragraph, since a table has a line of dashes below its
# head; a line of a key that begins with a colon, ": not available", stays one; <<5 stays.
# Seen: the line is a table of one row with two cells, by both parsers, and the line of the key is a definition of what
# stands above it. <<5 and >>6 are «5 and »6. A backslash before the bar keeps the line.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund markdown-it@15.0.3
cat > try.rb <<'RB'
require "kramdown"
require "kramdown-parser-gfm"
["Source: Office | table 5", "Source: Office \\| table 5", "Key\n: not available", "from <<5 to >>6"].each do |text|
  puts "typed #{text.inspect}"
  %w[kramdown GFM].each { |parser| puts "#{parser} #{Kramdown::Document.new(text, input: parser).to_html.gsub(/\s*\n\s*/, "")}" }
  puts "markdown-it " + IO.popen(["node", "-e", "console.log(require('markdown-it')().render(process.argv[1]).trim().replace(/\\n/g, ' '))", text]).read
end
RB
cat > expected <<'TXT'
typed "Source: Office | table 5"
kramdown <table><tbody><tr><td>Source: Office</td><td>table 5</td></tr></tbody></table>
GFM <table><tbody><tr><td>Source: Office</td><td>table 5</td></tr></tbody></table>
markdown-it <p>Source: Office | table 5</p>
typed "Source: Office \\| table 5"
kramdown <p>Source: Office | table 5</p>
GFM <p>Source: Office | table 5</p>
markdown-it <p>Source: Office | table 5</p>
typed "Key\n: not available"
kramdown <dl><dt>Key</dt><dd>not available</dd></dl>
GFM <dl><dt>Key</dt><dd>not available</dd></dl>
markdown-it <p>Key : not available</p>
typed "from <<5 to >>6"
kramdown <p>from «5 to »6</p>
GFM <p>from «5 to »6</p>
markdown-it <p>from &lt;&lt;5 to &gt;&gt;6</p>
TXT
ruby try.rb > seen
diff expected seen
