"""What is filled in by hand on worksheets, for each kind of board and step, and what typing it in means afterwards."""

from workshop.model.blanks.blank import Blank as Blank
from workshop.model.blanks.blank import Space as Space
from workshop.model.blanks.blank import Typed as Typed
from workshop.model.blanks.blank import blanks as blanks
from workshop.model.blanks.blank import remembering as remembering
from workshop.model.blanks.blank import typed as typed
