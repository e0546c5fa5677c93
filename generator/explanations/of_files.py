"""Codes of files and of their shape: what is wrong before any cell is understood."""

from generator.explanations import Explanation

FILES: dict[str, Explanation] = {
    "missing-folder": Explanation(
        "A folder that every council has is not there",
        "The command was run in a folder without data or site_src.",
        "Run it in the council's folder, or make one with `transparency new`.",
    ),
    "missing-file": Explanation(
        "A file that every council needs is not there",
        "The council's folder lacks one of the files that the site is made from.",
        "Make the file. `transparency new` writes a council folder with every file and its headings.",
    ),
    "unknown-file": Explanation(
        "A file lies in data that the site does not read",
        "The name is misspelt, or the file is a working copy. Everything in data may become public.",
        "Correct the name, or move the file out of data.",
    ),
    "bad-file-name": Explanation(
        "A file's name cannot be part of an address",
        "The name has a space, an accent, an underscore or another sign, or is one that the site keeps for itself. A dated snapshot is named after its day.",
        "Use letters, digits and single hyphens. Let `transparency snapshot` write and name the files of data/snapshots.",
    ),
    "twin-file": Explanation(
        "Two files' names differ only in capital letters",
        "On Windows and on most Macs the two would be one file.",
        "Rename or delete one of them.",
    ),
    "not-a-file": Explanation(
        "Something else stands where a file should be",
        "A link, a folder, a pipe or a device has the name of a file. Links could lead outside the folder.",
        "Put the file itself in its place.",
    ),
    "unreadable-file": Explanation(
        "A file cannot be read",
        "The computer refuses: the right to read it is missing, or the disk is at fault.",
        "Ask whoever looks after the computer, and close programs that hold the file open.",
    ),
    "file-too-large": Explanation(
        "A file is larger than such a file can be",
        "Tables have at most 50 MB, YAML files 1 MB, a page 200 kB. All tables of a folder together, all its YAML files, or all its pages (600 kB) have no more either. What is larger is refused before it is read.",
        "Leave out what the site does not show.",
    ),
    "too-many-files": Explanation(
        "There are too many files or folders",
        "data and site_src together hold thousands of files, or folders inside folders without end.",
        "Move what does not belong to the site somewhere else.",
    ),
    "empty-file": Explanation(
        "A file is empty",
        "The file has not even a header.",
        "Write the header as its first row; the message gives it.",
    ),
    "no-rows": Explanation(
        "A table has a header and no rows",
        "Nothing has been written under the headings.",
        "Add the rows. If there is nothing to say yet, its pages will say so.",
    ),
    "not-utf8": Explanation(
        "A file is not stored as UTF-8",
        "A spreadsheet program has saved it in an older encoding, so that pound signs and accents would be wrong.",
        "Save it again as 'CSV UTF-8'; in a text editor choose the encoding UTF-8.",
    ),
    "workbook": Explanation(
        "A file is not text, whatever its name says",
        "A workbook, a document or a compressed file was renamed instead of being saved as CSV.",
        "Open it in the spreadsheet program and save the sheet as 'CSV UTF-8'.",
    ),
    "unsafe-character": Explanation(
        "A text holds a character that cannot be seen, reverses the text or breaks programs",
        "Text was pasted from a program that hides such characters in it. The message gives its code point.",
        "Retype the words around it by hand.",
    ),
    "wrong-separator": Explanation(
        "The columns of a table are not separated by commas",
        "The spreadsheet program saved the file with semicolons or tabs.",
        "Save it as 'CSV UTF-8 (comma separated)'.",
    ),
    "missing-column": Explanation(
        "A table lacks a column",
        "A column was deleted or its heading misspelt.",
        "Add the column; a column that is not used may be empty, but it must be there.",
    ),
    "unknown-column": Explanation(
        "A table has a column that it should not have",
        "The heading is misspelt or empty, or the column is a working column.",
        "Correct the heading, or delete the column.",
    ),
    "duplicate-column": Explanation(
        "Two columns of a table have the same heading",
        "A column was copied.",
        "Delete the one that does not belong.",
    ),
    "short-row": Explanation(
        "A row has too few cells",
        "Commas are missing, so that it is not known which cell belongs to which column.",
        "Add the missing commas; an empty cell keeps its comma.",
    ),
    "long-row": Explanation(
        "A row has too many cells",
        "A text that holds a comma is not in quotation marks.",
        "Put quotation marks around it, or edit the file in a spreadsheet program, which does so by itself.",
    ),
    "thousands-comma": Explanation(
        "A number is split by its thousands comma",
        "A number was written with a comma between its thousands, and the comma ends the cell.",
        "Write numbers without thousands commas: 1234.",
    ),
    "open-quote": Explanation(
        "A quotation mark is opened and never closed",
        "Everything after it would be one cell, so the rest of the file cannot be read.",
        'Close it. Inside a quoted cell a quotation mark is written twice: "".',
    ),
    "stray-quote": Explanation(
        "Something stands between a closing quotation mark and the next comma",
        "A quotation mark inside a quoted cell is written once, so that it seems to close the cell.",
        'Write it twice: "".',
    ),
    "cell-too-long": Explanation(
        "A cell is too long",
        "A cell holds more than 5,000 characters.",
        "Shorten it; a cell is a sentence or a paragraph.",
    ),
    "too-many-columns": Explanation(
        "A table is wider than any table of this site",
        "The header has more than 200 columns, or a line is longer than any row can be.",
        "Check that the file is the right one and that its rows end with line breaks.",
    ),
    "too-many-rows": Explanation(
        "A table has too many rows",
        "A table has more than 120,000 rows, or the tables have more together: 120,000 rows of observations, 10,000 of everything else.",
        "Leave out what the site does not show.",
    ),
    "yaml-syntax": Explanation(
        "A YAML file cannot be read",
        "A colon or quotation mark is missing, a tab was used, or a line is not lined up with its neighbours.",
        "Look at the line and the one before. Put a text in quotation marks if it holds a colon and a space, or a #.",
    ),
    "yaml-tag": Explanation(
        "A YAML file holds a command",
        "A value starts with !, which YAML takes as a command to build something. None is carried out.",
        "Put the value in quotation marks, or delete the word that starts with !.",
    ),
    "yaml-alias": Explanation(
        "A YAML file refers to itself",
        "A value starts with & or *, which YAML takes as a reference. A few of these can fill any memory.",
        "Write the value out, in quotation marks if it starts with & or *.",
    ),
    "yaml-depth": Explanation(
        "A YAML file is nested too deeply or has too many parts",
        "No file of this site needs more than 12 levels.",
        "Copy the shape of the example file.",
    ),
    "duplicate-key": Explanation(
        "A name stands twice in one group of a YAML file",
        "Only one of the two values could be kept, and nobody would see which.",
        "Delete one of the two.",
    ),
    "no-front-matter": Explanation(
        "A page lacks its title and dates",
        "The first line of the page is not three hyphens, or the lines that they open are never closed.",
        "Copy the first lines of another page and change them.",
    ),
}
