#!/usr/bin/env bash
# Compares what two builds of the program make of the same rows, byte for byte. For a change that must change no document.
#
#   tests/same-documents.sh COMMIT          the commit given against the working tree; builds both
#   tests/same-documents.sh COMMIT OLD NEW  the same, with programs that are built already: the folders where splg.dll lies
#
# What is compared, for the sample, for the sample with rows that are Intern, Sekretess, undecided or cannot be read, and for
# an organisation without rows: the review in each shape, every checklist with its workbook, full and open; the findings as JSON;
# the roll-up of two approved reviews; and the pages of the demo's site. Of a docx each part of the package is compared. The time
# in splgTrace.xml, which is that of the run, is left out; of the pages also their addresses and ids.
# What differs is listed, and stays in the folder that is named last: SAME_DOCUMENTS, where that is set, and then what the old
# program made is used again. Ends with 1 when anything differs. Takes about three minutes. Needs bash, git, unzip and the SDK.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
commit=${1:?Which commit is the old one?}
work=${SAME_DOCUMENTS:-$(mktemp -d)}
old=${2:-$work/program-old}
new=${3:-$work/program-new}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1
types="self-assessment procurement-checklist role-checklist action-plan"
shapes="ledningens-genomgang ledningens-genomgang-bolag ledningens-genomgang-lage ledningens-genomgang-resultat"
mkdir -p "$work/rows"

build() { dotnet build "$1" -v q -p:RunAnalyzers=false -o "$2" >&2; }

if [ ! -e "$old/splg.dll" ]; then
  git clone --quiet --no-hardlinks "$root" "$work/source"
  git -C "$work/source" checkout --quiet "$commit"
  build "$work/source/src/SpLg" "$old"
fi
if [ $# -lt 3 ]; then build "$root/src/SpLg" "$new"; fi

# Runs many commands in one process of the program, because most of the time of one is that of its start.
# Each line: the file that gets what it prints, and its arguments, parted by tabs.
if [ ! -e "$work/hook/bin/hook.dll" ]; then
  mkdir -p "$work/hook"
  cat >"$work/hook/hook.csproj" <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
</Project>
END
  cat >"$work/hook/StartupHook.cs" <<'END'
internal static class StartupHook
{
    public static void Initialize()
    {
        var main = System.Reflection.Assembly.Load("splg").EntryPoint;
        foreach (var line in File.ReadLines(Environment.GetEnvironmentVariable("COMMANDS")))
        {
            var parts = line.Split('\t');
            using var said = new StringWriter();
            Console.SetOut(said);
            Console.SetError(TextWriter.Null);
            var code = main.Invoke(null, [parts[1..]]);
            Directory.CreateDirectory(Path.GetDirectoryName(parts[0]));
            File.WriteAllText(parts[0], $"{said}ended with {code}\n");
        }
        Environment.Exit(0);
    }
}
END
  build "$work/hook" "$work/hook/bin"
fi
run_all() { COMMANDS=$2 DOTNET_STARTUP_HOOKS=$work/hook/bin/hook.dll dotnet "$1/splg.dll"; }

# The rows. Every fifth that is open is made to be something else, and some cells to be what nobody can read.
rows() {
  mkdir -p "$work/rows/sample" "$work/rows/planted" "$work/rows/none"
  cp "$root/src/SpLg/Demo"/*.csv "$work/rows/sample/"
  head -1 "$work/rows/sample/Incidents.csv" >"$work/rows/none/Incidents.csv"
  for file in "$work"/rows/sample/*.csv; do
    sed -E \
      -e '2~5 s/,Öppen,/,Intern,/' \
      -e '3~5 s/,Öppen,/,Sekretess,/' \
      -e '4~5 s/,Öppen,/,,/' \
      -e '5~9 s/,Öppen,/,Kanske,/' \
      -e '6~7 s/,(2026|2025)-[0-9]{2}-[0-9]{2},/,i våras,/' \
      -e '7~8 s/,(Medel|Hög|Låg|Ja|Nej|Pågår|Klar|Avslutad),/,Okänt val,/' \
      -e '8~9 s/,(True|False),/,kanske,/' \
      -e '9~11 s/,[0-9]{1,2},/,många,/' \
      -e '10~11 s/^[^",]+,/Ring 070-174 06 58 eller skriv till eva.ek@kommun.example,/' \
      "$file" >"$work/rows/planted/$(basename "$file")"
  done
}

# commands TARGET: one a line.
commands() {
  local to=$1 rows edition shape type
  line() { local IFS=$'\t'; echo "$*"; }
  for rows in sample planted none; do
    local from=$work/rows/$rows
    for year in 2025 2026; do
      line "$to/$rows/check-$year.json" check --folder "$from" --year $year --json
    done
    for edition in full open; do
      line "$to/$rows/2025-$edition/said.txt" render "$from" --year 2025 --edition $edition --out "$to/$rows/2025-$edition/"
      for shape in $shapes; do
        local at=$to/$rows/$shape-$edition
        line "$at/said.txt" render "$from" --year 2026 --edition $edition --template $shape --json --out "$at/"
      done
      if [ "$rows" = none ]; then continue; fi
      for type in $types; do
        local at=$to/$rows/$type-$edition
        line "$at/said.txt" render "$from" --year 2026 --type $type --edition $edition --json --out "$at/"
      done
    done
  done
  line "$to/rollup/said.txt" rollup "$work"/evidence/*.json --year 2026 --expect Bolaget --out "$to/rollup/" --json
  line "$to/demo.txt" demo --folder "$to/demo-site" --out "$to/demo/"
}

# The pages of the demo's site without what each run has of its own.
pages() {
  mkdir -p "$1/pages"
  grep -rhaoE '"(title|description|innerHtml)":"([^"\\]|\\.)*"' "$1/demo-site" \
    | sed -E 's/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ID/g; s#https?://[^/]*:[0-9]+#SITE#g; s/Kontrollnummer: [0-9a-f]{8}/MARK/' \
    | sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z-]+/TIME/g' | sort -u >"$1/pages/texts.txt" || true
  # The rest of it is of its own day: versions, evidence, PDF.
  rm -rf "$1/demo-site" "$1/demo" "$1/demo.txt"
}

# Documents by their parts.
open_up() {
  find "$1" \( -name '*.docx' -o -name '*.xlsx' \) -print0 | while IFS= read -r -d '' file; do
    unzip -qq -o "$file" -d "$file.parts"
    rm "$file"
  done
  find "$1" -name 'splgTrace.xml' -exec sed -i -E '1 s/ (readOn|run)="[^"]*"//g' {} +
  find "$1" \( -name said.txt -o -name '*.json' \) -exec sed -i "s#$1#TARGET#g" {} +
}

make_all() {
  rm -rf "$2"
  commands "$2" >"$2.commands"
  run_all "$1" "$2.commands"
  pages "$2"
  open_up "$2"
}

rows
if [ ! -d "$work/evidence" ]; then
  mkdir -p "$work/evidence"
  printf '%s\tdemo\t--out\t%s\n' "$work/approved.txt" "$work/approved/" >"$work/approved.commands"
  run_all "$old" "$work/approved.commands"
  find "$work/approved" -name '*underlag*.json' -exec cp {} "$work/evidence/" \;
fi
if [ ! -d "$work/old" ]; then make_all "$old" "$work/old"; fi
make_all "$new" "$work/new"

count=$(find "$work/new" -type f | wc -l)
if diff -rq "$work/old" "$work/new" >"$work/differences.txt"; then
  echo "$count files are the same"
else
  cat "$work/differences.txt"
  echo "$(wc -l <"$work/differences.txt") of $count files differ; they are in $work"
  exit 1
fi
