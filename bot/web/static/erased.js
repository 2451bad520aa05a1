// The conversation was erased by a form: this tab forgets it too, and the others are told.

import { forget } from "./history.js";
import { tellTabs } from "./tabs.js";

forget();
tellTabs("erased");
