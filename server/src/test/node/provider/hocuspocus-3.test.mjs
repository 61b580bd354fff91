import * as provider from "hocuspocus-provider-3";
import { hocuspocusSuite } from "./hocuspocus.mjs";

hocuspocusSuite("3.4.4", provider);
